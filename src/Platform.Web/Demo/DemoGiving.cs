#if DONATIONS
using Microsoft.EntityFrameworkCore;
using Platform.Core.Modules;
using Platform.Core.Tenancy;
using Platform.Donations;
using Platform.Donations.DonationSettings;
using Platform.Petitions;
using Platform.Web.Startup;

namespace Platform.Web.Demo;

/// <summary>One organisation of the demo takes gifts, so that one can be made and given back right after the first start. The account is the imitation's.</summary>
internal static class DemoGiving
{
    public const string Organisation = "friends-of-kavoos";
    public const string Campaign = "let-kavoos-stay";
    private const string Account = "acct_demofriends";

    public static async Task AddAsync(WebApplication app)
    {
        if (!OptionalModules.DonationsOn(app.Configuration, app.Environment))
        {
            return;
        }

        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var organisation = await services.GetRequiredService<PetitionsDb>().Organisations.SingleAsync(o => o.Slug == Organisation);
        services.GetRequiredService<TenantContext>().Set(organisation.Id, Organisation);
        var (db, now) = (services.GetRequiredService<DonationsDb>(), services.GetRequiredService<TimeProvider>().GetUtcNow());
        var settings = new GivingSettings(now);
        settings.BeginOnboarding(Account, now);
        settings.Learn(takesCharges: true, now);
        settings.Offer(once: true, monthly: true, showTotal: true, Purposes, [Dollars], now);
        db.Add(settings);
        if (await services.GetRequiredService<ICampaignDirectory>().FindAsync(Campaign, "en", CancellationToken.None) is { } campaign)
        {
            var giving = new CampaignGiving(campaign.Id);
            giving.Switch(true, now);
            db.Add(giving);
        }

        await db.SaveChangesAsync();
    }

    private static CurrencyTerms Dollars => new() { Currency = "cad", Suggested = [1000, 2500, 5000, 10_000], Minimum = 200, Maximum = 500_000, SecondPersonAbove = 20_000 };

    private static IReadOnlyList<GivingPurpose> Purposes =>
    [
        new() { Language = "en", Recipient = "Friends of Kavoos", Purpose = "Pays for Kavoos’s lawyer and the court fees, and for nothing else." },
        new() { Language = "fr", Recipient = "Les amis de Kavoos", Purpose = "Paie l’avocate de Kavoos et les frais de justice, et rien d’autre." },
        new() { Language = "fa", Recipient = "دوستان کاووس", Purpose = "هزینهٔ وکیل و دادگاه کاووس را می‌پردازد و نه چیز دیگر." },
    ];
}
#endif
