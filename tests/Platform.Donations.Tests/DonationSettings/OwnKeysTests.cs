using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Donations.DonationSettings;
using Platform.Donations.Giving;
using Platform.Donations.StripeAccounts;
using Platform.Donations.StripeFake;
using Platform.Donations.Tests.StripeWebhook;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Platform.Testing.Time;
using Stripe;
using Xunit;

namespace Platform.Donations.Tests.DonationSettings;

/// <summary>Keys that an organisation made at Stripe itself: tried, kept encrypted, shown on no page.</summary>
public sealed class OwnKeysTests(MoneyHost host) : IClassFixture<MoneyHost>
{
    [Fact]
    public async Task Keys_are_tried_and_kept_encrypted_and_no_page_shows_them_again()
    {
        var (stage, owner) = await OwnerAsync();
        var own = await OwnAccount.OpenAsync(host, stage);

        var page = await owner.SubmitAsync(await owner.GetAsync(Desk(stage)), "#keys", own.Form("wrong"));
        Silent(page, own);
        Assert.Null(await SettingsAsync(stage));
        page = await owner.SubmitAsync(page, "#keys", own.Form(People.Password));

        Assert.Equal("ready", page.Html.QuerySelector("#account-state")!.GetAttribute("data-state"));
        Silent(page, own);
        Silent(await owner.GetAsync(Desk(stage)), own);
        Silent(await owner.GetAsync($"/{stage.Organisation.Slug}/desk/giving"), own);
        var settings = (await SettingsAsync(stage))!;
        Assert.DoesNotContain(own.Key, settings.SealedKey, StringComparison.Ordinal);
        Assert.DoesNotContain(own.Secret, settings.SealedWebhookSecret, StringComparison.Ordinal);
        Assert.Equal(own.Key, host.Services.GetRequiredService<KeySeal>().Open(settings.SealedKey));
        Assert.DoesNotContain(await host.InDbAsync(stage.Organisation.Id, db => db.Audit.Where(a => a.TenantId == stage.Organisation.Id).Select(a => a.Detail ?? "").ToListAsync()), detail => detail.Contains(own.Key, StringComparison.Ordinal) || detail.Contains(own.Secret, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Keys.Key", "rk_live_notknownhere", "Stripe does not take this key.")]
    [InlineData("Keys.Key", "sk_test_everything", "A restricted key begins with rk_.")]
    [InlineData("Keys.WebhookSecret", "secret", "It begins with whsec_.")]
    [InlineData("Keys.Account", "me", "An account number begins with acct_.")]
    public async Task What_cannot_be_right_is_said_and_nothing_is_kept(string field, string value, string said)
    {
        var (stage, owner) = await OwnerAsync();
        var own = await OwnAccount.OpenAsync(host, stage);

        var page = await owner.SubmitAsync(await owner.GetAsync(Desk(stage)), "#keys", [.. own.Form(People.Password), (field, value)]);

        Assert.Contains(said, page.Text, StringComparison.Ordinal);
        Silent(page, own);
        Assert.Null(await SettingsAsync(stage));
    }

    [Fact]
    public async Task Another_organisation_s_account_is_not_taken()
    {
        var money = await MoneyStage.SetAsync(host);
        var (stage, owner) = await OwnerAsync();
        var own = await OwnAccount.OpenAsync(host, stage);

        var page = await owner.SubmitAsync(await owner.GetAsync(Desk(stage)), "#keys", [.. own.Form(People.Password), ("Keys.Account", money.Account)]);

        Assert.Contains("This account belongs to another organisation here.", page.Text, StringComparison.Ordinal);
        Assert.Null(await SettingsAsync(stage));
    }

    [Fact]
    public async Task A_gift_to_an_account_of_own_keys_is_paid_and_receipted_by_events_at_the_organisation_s_own_endpoint()
    {
        var stage = await GivingStage.SetAsync(host);
        var own = await OwnAccount.OpenAsync(host, stage);
        var owner = await OwnerAsync(stage);
        await owner.SubmitAsync(await owner.GetAsync(Desk(stage)), "#keys", own.Form(People.Password));
        var giver = host.Visitor();

        var page = await giver.SubmitAsync(await giver.GetAsync(stage.Path + "/give"), "#give", ("How", "once"), ("Amount", "25"), ("Name", "Ada"), ("Email", "own@keys.example"));
        Assert.StartsWith("/stripe/fake/pay/", page.Address.AbsolutePath, StringComparison.Ordinal);
        host.Stripe.In(own.Account, account => FakeHostedPage.Pay(account, page.Address.Segments[^1]));

        var gift = await Until.SeenAsync(async () => (await stage.GiftsAsync()).Single(), d => d.State == DonationState.Paid, "the gift is paid", d => $"{d.State}");
        Assert.Equal(own.Account, gift.StripeAccount);
        await host.Mail.WaitAsync("own@keys.example", "Receipt: 25");
        host.Stripe.In(own.Account, account => FakeRefunds.Back(account, account.All("charge").Single(), 700));
        await Until.TrueAsync(async () => (await stage.GiftsAsync()).Single().Refunded == 700, "a part went back");
    }

    /// <summary>Nothing on the page that somebody could use.</summary>
    private static void Silent(Page page, OwnAccount own) => Assert.All([own.Key, own.Secret, People.Password], secret => Assert.DoesNotContain(secret, page.Source, StringComparison.Ordinal));

    private async Task<(Stage Stage, Visitor Owner)> OwnerAsync()
    {
        var stage = await Stage.SetAsync(host);
        return (stage, await OwnerAsync(stage));
    }

    private async Task<Visitor> OwnerAsync(Stage stage)
    {
        var owner = await host.UserAsync();
        await host.JoinAsync(owner, stage.Organisation);
        return await host.AtDeskAsync(owner);
    }

    private Task<GivingSettings?> SettingsAsync(Stage stage) => host.InDonationsAsync(stage.Organisation.Id, db => db.Settings.AsNoTracking().SingleOrDefaultAsync());

    private static string Desk(Stage stage) => $"/{stage.Organisation.Slug}/desk/giving/account";
}

/// <summary>An account at the imitated Stripe that the platform does not reach, with an endpoint for the organisation's events.</summary>
internal sealed record OwnAccount(string Account, string Key, string Secret)
{
    public static async Task<OwnAccount> OpenAsync(TestHost host, Stage stage)
    {
        var key = $"rk_test_{Guid.NewGuid():N}";
        return await host.InScopeAsync(stage.Organisation.Id, async services =>
        {
            var client = services.GetRequiredService<StripeAccess>().With(key);
            var endpoint = await new WebhookEndpointService(client).CreateAsync(new WebhookEndpointCreateOptions { Url = $"http://localhost/stripe/webhook/{stage.Organisation.Id}", EnabledEvents = ["*"] });
            var fake = services.GetRequiredService<FakeStripe>();
            return new OwnAccount(fake.Accounts.Single(account => fake.In(account, opened => opened.Find(endpoint.Id)) is not null), key, endpoint.Secret);
        });
    }

    public (string Name, string? Value)[] Form(string password) => [("Keys.Account", Account), ("Keys.Key", Key), ("Keys.WebhookSecret", Secret), ("Keys.Password", password)];
}
