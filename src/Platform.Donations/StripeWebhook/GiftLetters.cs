using Platform.Core.Access;
using Platform.Core.Mail;
using Platform.Donations.Giving;

namespace Platform.Donations.StripeWebhook;

/// <summary>Lays the mails that follow from what Stripe said, in the transaction that makes it true.</summary>
public sealed class GiftLetters(DonationsDb db, IOutbox outbox, IOwners owners)
{
    public Task ToGiverAsync(string kind, Donation gift, CancellationToken ct) => outbox.LayAsync(db, new MailCause(kind, gift.TenantId, gift.Id), ct);

    /// <param name="subject">The gift, or the organisation itself.</param>
    public async Task ToOwnersAsync(string kind, Guid subject, CancellationToken ct)
    {
        foreach (var owner in await owners.AllAsync(ct))
        {
            await outbox.LayAsync(db, new MailCause(kind, db.CurrentTenantId, subject, owner.ToString("N")), ct);
        }
    }
}
