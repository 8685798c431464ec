using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Donations.DonationSettings;
using Platform.Donations.StripeFake;
using Platform.Donations.Tests.StripeWebhook;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Platform.Testing.Time;
using Xunit;

namespace Platform.Donations.Tests.DonationSettings;

/// <summary>An owner's way to an account through Stripe's own forms.</summary>
public sealed class ConnectTests(MoneyHost host) : IClassFixture<MoneyHost>
{
    [Fact]
    public async Task An_owner_goes_through_Stripe_s_forms_and_the_account_takes_gifts_when_Stripe_says_so()
    {
        var (stage, owner) = await OwnerAsync();

        var page = await owner.SubmitAsync(await owner.GetAsync(Desk(stage)), "#connect", ("Connect.Password", "wrong"));
        Assert.NotNull(page.Html.GetElementById("Connect_Password-error"));
        Assert.Null(await SettingsAsync(stage));

        page = await owner.SubmitAsync(page, "#connect", ("Connect.Password", People.Password));
        Assert.StartsWith("/stripe/fake/onboarding/", page.Address.AbsolutePath, StringComparison.Ordinal);
        var half = await owner.SubmitAsync(await owner.GetAsync(Desk(stage)), "#check");
        Assert.Equal("onboarding", State(half));

        page = await owner.SubmitAsync(page, "#complete");
        Assert.EndsWith("/desk/giving/account", page.Address.AbsolutePath, StringComparison.Ordinal);
        await Until.TrueAsync(async () => State(await owner.GetAsync(Desk(stage))) == "ready", "Stripe's word arrived");
        var settings = (await SettingsAsync(stage))!;
        Assert.Equal((true, false), (settings.StripeAccount!.StartsWith("acct_", StringComparison.Ordinal), settings.OwnKeys));
        Assert.True(await host.InDbAsync(stage.Organisation.Id, db => db.Audit.AnyAsync(a => a.TenantId == stage.Organisation.Id && a.Action == "giving.connect" && a.Actor != null)));
    }

    [Fact]
    public async Task Disconnecting_ends_giving_and_connecting_again_finds_the_same_account()
    {
        var (stage, owner) = await OwnerAsync();
        var account = await ConnectAsync(stage, owner);

        var page = await owner.SubmitAsync(await owner.GetAsync(Desk(stage)), "#disconnect", ("Disconnect.Password", People.Password));
        Assert.Equal("disconnected", State(page));
        host.Stripe.In(account, FakeOnboarding.Complete);

        Assert.Equal(account, await ConnectAsync(stage, owner));
        Assert.Equal(0, await host.InDonationsAsync(stage.Organisation.Id, db => db.FormerAccounts.CountAsync()));
    }

    [Fact]
    public async Task After_the_access_was_taken_away_at_Stripe_another_account_is_made()
    {
        var (stage, owner) = await OwnerAsync();
        var account = await ConnectAsync(stage, owner);
        host.Stripe.In(account, FakeOnboarding.Deauthorize);
        await Until.TrueAsync(async () => (await SettingsAsync(stage))!.AccountState == AccountState.Disconnected, "the access is gone");

        Assert.NotEqual(account, await ConnectAsync(stage, owner));
        Assert.Equal(account, await host.InDonationsAsync(stage.Organisation.Id, db => db.FormerAccounts.Select(f => f.Account).SingleAsync()));
        Assert.Contains(account, (await owner.GetAsync(Desk(stage))).One("#former")!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_an_event_of_Stripe_s_is_written_while_an_owner_connects_both_hold()
    {
        var (stage, owner) = await OwnerAsync();
        var before = await ConnectAsync(stage, owner);
        await owner.SubmitAsync(await owner.GetAsync(Desk(stage)), "#disconnect", ("Disconnect.Password", People.Password));
        var asked = 0;
        host.Underway = request => request.RequestUri!.AbsolutePath.EndsWith(before, StringComparison.Ordinal) && asked++ == 0
            ? host.InDonationsAsync(stage.Organisation.Id, async db =>
            {
                // As an event that came late: it finds the account disconnected, and says so once more.
                (await db.Settings.SingleAsync()).Disconnect(host.Services.GetRequiredService<TimeProvider>().GetUtcNow());
                await db.SaveChangesAsync();
                return true;
            })
            : Task.CompletedTask;

        Assert.Equal(before, await ConnectAsync(stage, owner));

        host.Underway = _ => Task.CompletedTask;
        Assert.True(asked > 0, "an event was written in between");
    }

    private async Task<string> ConnectAsync(Stage stage, Visitor owner)
    {
        var page = await owner.SubmitAsync(await owner.GetAsync(Desk(stage)), "#connect", ("Connect.Password", People.Password));
        page = await owner.SubmitAsync(page, "#complete");
        if (State(page) != "ready")
        {
            page = await owner.SubmitAsync(page, "#check");
        }

        Assert.Equal("ready", State(page));
        return (await SettingsAsync(stage))!.StripeAccount!;
    }

    private async Task<(Stage Stage, Visitor Owner)> OwnerAsync()
    {
        var stage = await Stage.SetAsync(host);
        var owner = await host.UserAsync();
        await host.JoinAsync(owner, stage.Organisation);
        return (stage, await host.AtDeskAsync(owner));
    }

    private Task<GivingSettings?> SettingsAsync(Stage stage) => host.InDonationsAsync(stage.Organisation.Id, db => db.Settings.AsNoTracking().SingleOrDefaultAsync());

    private static string? State(Page page) => page.Html.QuerySelector("#account-state")?.GetAttribute("data-state");

    private static string Desk(Stage stage) => $"/{stage.Organisation.Slug}/desk/giving/account";
}
