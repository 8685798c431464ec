using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Donations.DonationSettings;
using Platform.Donations.Giving;
using Platform.Donations.Ledger;
using Platform.Donations.StripeAccounts;
using Platform.Donations.StripeFake;
using Platform.Testing.Data;
using Platform.Testing.Time;
using Stripe;
using Stripe.Checkout;

namespace Platform.Donations.Tests.StripeWebhook;

/// <summary>An organisation with a connected account at the imitated Stripe.</summary>
public sealed class MoneyStage(MoneyHost host, Stage stage, string account)
{
    private static int number;

    public Stage Stage => stage;

    public string Account => account;

    public Guid Tenant => stage.Organisation.Id;

    public string Owner => stage.Organiser.Email!;

    public static async Task<MoneyStage> SetAsync(MoneyHost host)
    {
        var account = host.Services.GetRequiredService<FakeStripe>().Answer(new FakeRequest("POST", "/v1/accounts", "type=standard", "sk_test_fake")) is var made
            ? System.Text.Json.Nodes.JsonNode.Parse(made.Body)!["id"]!.GetValue<string>()
            : "";
        var stage = await GivingStage.SetAsync(host, settings =>
        {
            settings.BeginOnboarding(account, TimeProvider.System.GetUtcNow());
            settings.Learn(takesCharges: true, TimeProvider.System.GetUtcNow());
        });
        host.Stripe.In(account, FakeOnboarding.Complete);
        return new MoneyStage(host, stage, account);
    }

    /// <summary>A gift whose pay page is open.</summary>
    public async Task<Gift> BeginAsync(long amount = 2500, bool monthly = false)
    {
        var giver = $"giver{Interlocked.Increment(ref number)}@money.example";
        var donation = new Donation(Guid.CreateVersion7(), stage.Campaign.Id, amount, 0, "eur", monthly, account, "Ada Giver", giver, "en", TimeProvider.System.GetUtcNow());
        return await host.InScopeAsync(Tenant, async services =>
        {
            var (db, line) = (services.GetRequiredService<DonationsDb>(), (await services.GetRequiredService<StripeAccess>().ToAsync(account, CancellationToken.None))!);
            var mark = new Dictionary<string, string> { ["donation"] = donation.Id.ToString() };
            var options = StripeFake.FakeStand.Gift(monthly, amount);
            (options.Metadata, options.CustomerEmail) = (mark, giver);
            options.PaymentIntentData = monthly ? null : new SessionPaymentIntentDataOptions { Metadata = mark };
            options.SubscriptionData = monthly ? new SessionSubscriptionDataOptions { Metadata = mark } : null;
            var session = await line.Client.V1.Checkout.Sessions.CreateAsync(options, line.Options());
            db.Donations.Add(donation);
            await db.SaveChangesAsync();
            await db.Donations.Where(d => d.Id == donation.Id).ExecuteUpdateAsync(set => set.SetProperty(d => d.CheckoutSessionId, session.Id));
            return new Gift(donation.Id, session.Id, giver);
        });
    }

    /// <summary>A gift that was paid, and known to be.</summary>
    public async Task<Gift> PaidAsync(long amount = 2500, bool monthly = false)
    {
        var gift = await BeginAsync(amount, monthly);
        At(opened => FakeHostedPage.Pay(opened, gift.Session));
        await UntilAsync(gift, d => d.State == DonationState.Paid && (!monthly || d.SubscriptionId is not null), "the gift is paid");
        return gift;
    }

    /// <summary>Something happens at Stripe.</summary>
    public void At(Action<FakeAccount> happens) => host.Stripe.In(account, happens);

    public Task<Donation> UntilAsync(Gift gift, Func<Donation, bool> isSo, string what) =>
        Until.SeenAsync(() => FindAsync(gift), isSo, what, d => $"{d.State}, refunded {d.Refunded}, dispute {d.Dispute}, monthly {d.MonthlyStage}, {d.FailureCode}");

    public Task<Donation> FindAsync(Gift gift) => host.InDonationsAsync(Tenant, db => db.Donations.AsNoTracking().SingleAsync(d => d.Id == gift.Id));

    public Task<List<Donation>> RenewalsAsync(Gift gift) => host.InDonationsAsync(Tenant, db => db.Donations.AsNoTracking().Where(d => d.RenewalOf == gift.Id).OrderBy(d => d.CreatedAt).ToListAsync());

    /// <summary>What stands on the ledger's account, in euro cents.</summary>
    public async Task<long> LedgerAsync(LedgerAccount of) => (await host.InScopeAsync(Tenant, services => services.GetRequiredService<LedgerBook>().SumsAsync(CancellationToken.None)))
        .Where(s => s.Account == of && s.Currency == "eur").Sum(s => s.Amount);

    /// <summary>All news that came is processed.</summary>
    public Task CalmAsync(int events) => Until.SeenAsync(
        () => host.InDonationsAsync(Tenant, db => db.Set<Platform.Donations.StripeWebhook.StripeEvent>().ToListAsync()), all => all.Count(e => e.ProcessedAt is not null) >= events, "all events are processed", all => string.Join(", ", all.Select(e => $"{e.Type} {e.Outcome}")), TimeSpan.FromMinutes(3));

    /// <summary>No event that arrived is still to be processed: it would ask Stripe and see what happened after it.</summary>
    public Task RestAsync() => Until.SeenAsync(
        () => host.InDonationsAsync(Tenant, db => db.Set<Platform.Donations.StripeWebhook.StripeEvent>().CountAsync(e => e.ProcessedAt == null)), waiting => waiting == 0, "all events that arrived are processed", waiting => $"{waiting} wait", TimeSpan.FromMinutes(3));

    public string ChargeOf(Gift gift) => host.Stripe.In(account, opened => opened.All("charge").Last(c => c["metadata"]!["donation"]?.GetValue<string>() == gift.Id.ToString()).Id());

    public async Task<string> SubscriptionOf(Gift gift) => (await FindAsync(gift)).SubscriptionId!;
}

/// <param name="Session">Its pay page.</param>
public sealed record Gift(Guid Id, string Session, string Giver);
