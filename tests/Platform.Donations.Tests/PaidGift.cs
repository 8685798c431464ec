using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Donations.Giving;
using Platform.Donations.StripeFake;
using Platform.Testing.Data;
using Platform.Testing.Hosts;

namespace Platform.Donations.Tests;

/// <summary>A gift that somebody made on the page and paid on Stripe's.</summary>
public static class PaidGift
{
    /// <param name="amount">As typed.</param>
    public static async Task<Donation> MakeAsync(Stage stage, string amount = "25", bool monthly = false, string name = "Ada Lovelace", string email = "ada@paid.example")
    {
        var visitor = stage.Host.Visitor();
        var page = await visitor.SubmitAsync(
            await visitor.GetAsync(stage.Path + "/give"), "#give", ("How", monthly ? "monthly" : "once"), ("Amount", amount), ("Name", name), ("Email", email));
        if (!page.Address.AbsolutePath.StartsWith("/stripe/fake/pay/", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"No pay page: {page.Status} {page.Text}");
        }

        var id = page.Address.Segments[^1];
        var (payment, subscription, customer) = stage.InFake(account =>
        {
            FakeHostedPage.Pay(account, id);
            var session = account.Get("checkout.session", id);
            return (session.Text("payment_intent"), session.Text("subscription"), session.Text("customer"));
        });
        return await TellAsync(stage, id, gift => gift.MarkPaid(payment, subscription, customer, gift.Total, gift.Currency, TimeProvider.System.GetUtcNow()));
    }

    /// <summary>What Stripe's word would do to the gift of this pay page. Its webhook may do it at the same moment.</summary>
    public static async Task<Donation> TellAsync(Stage stage, string session, Action<Donation> told)
    {
        while (true)
        {
            try
            {
                return await stage.Host.InDonationsAsync(stage.Organisation.Id, async db =>
                {
                    var gift = await db.Donations.SingleAsync(d => d.CheckoutSessionId == session);
                    told(gift);
                    await db.SaveChangesAsync();
                    return gift;
                });
            }
            catch (DbUpdateConcurrencyException)
            {
                // The webhook was first; its word is looked at anew.
            }
        }
    }

    public static string Thanks(this Stage stage, Donation gift) => $"{stage.Path}/give/thanks/{gift.CheckoutSessionId}";

    public static string Manage(this Stage stage, Donation gift) => $"{stage.Path}/give/manage/{stage.Host.Services.GetRequiredService<GiftLinks>().Manage(gift)}";
}
