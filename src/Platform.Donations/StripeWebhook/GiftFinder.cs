using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Platform.Donations.Giving;
using Stripe;

namespace Platform.Donations.StripeWebhook;

/// <summary>Finds the gift that something at Stripe is about: by the id we gave it, among the gifts of the account's organisation only.</summary>
public sealed class GiftFinder(DonationsDb db, TimeProvider clock)
{
    private const string Key = "donation";

    /// <returns>The gift that was written on it when it was made; null where it did not come through this platform, or repeats such a gift.</returns>
    public static Guid? IdIn(IDictionary<string, string>? metadata) => metadata is not null && metadata.TryGetValue(Key, out var text) && Guid.TryParse(text, out var id) ? id : null;

    /// <returns>Null when the payment did not come through this platform.</returns>
    internal async Task<Donation?> OfPaymentAsync(PaymentNow now, CancellationToken ct) =>
        await ByMetadataAsync(now.Intent.Metadata, ct)
        ?? await db.Donations.SingleOrDefaultAsync(d => d.PaymentIntentId == now.Intent.Id, ct)
        ?? (now.Invoice is { } invoice ? (await OfInvoiceAsync(invoice, ct))?.Payment : null);

    /// <returns>The monthly gift, and the payment of it that this invoice asks for: a row of its own for each renewal.</returns>
    public async Task<(Donation Promise, Donation Payment)?> OfInvoiceAsync(Invoice invoice, CancellationToken ct)
    {
        if (invoice.Parent?.SubscriptionDetails is not { SubscriptionId: { } subscription } details || await OfSubscriptionAsync(subscription, details.Metadata, ct) is not { } promise)
        {
            return null;
        }

        if (invoice.BillingReason == "subscription_create")
        {
            return (promise, promise);
        }

        var id = RenewalId(invoice.Id);
        if (await db.Donations.SingleOrDefaultAsync(d => d.Id == id, ct) is { } renewal)
        {
            return (promise, renewal);
        }

        var next = promise.Renewal(id, clock.GetUtcNow());
        db.Donations.Add(next);
        await db.SaveChangesAsync(ct);
        return (promise, next);
    }

    public async Task<Donation?> OfSubscriptionAsync(string subscription, IDictionary<string, string>? metadata, CancellationToken ct) =>
        await ByMetadataAsync(metadata, ct) ?? await db.Donations.SingleOrDefaultAsync(d => d.SubscriptionId == subscription && d.RenewalOf == null, ct);

    public async Task<Donation?> ByMetadataAsync(IDictionary<string, string>? metadata, CancellationToken ct) =>
        IdIn(metadata) is { } id ? await db.Donations.SingleOrDefaultAsync(d => d.Id == id, ct) : null;

    /// <summary>The same for the same invoice, so that a renewal told twice, also at once, is one row.</summary>
    private static Guid RenewalId(string invoice) => new(SHA256.HashData(Encoding.UTF8.GetBytes(invoice)).AsSpan(0, 16));
}
