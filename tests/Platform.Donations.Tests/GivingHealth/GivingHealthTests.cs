using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Access;
using Platform.Donations.Reconciliation;
using Platform.Donations.StripeFake;
using Platform.Donations.StripeWebhook;
using Platform.Donations.Tests.StripeWebhook;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Platform.Testing.Time;
using Xunit;

namespace Platform.Donations.Tests.GivingHealth;

/// <summary>What the platform's admins see of money: how it fares, and nobody's name.</summary>
public sealed class GivingHealthTests(MoneyHost host) : IClassFixture<MoneyHost>
{
    private const string Address = "/admin/giving";

    [Fact]
    public async Task Lag_failures_accounts_and_differences_show_and_nothing_about_a_giver_or_a_card()
    {
        var money = await MoneyStage.SetAsync(host);
        var gift = await money.PaidAsync();
        var charge = money.ChargeOf(gift);
        money.At(account => FakePayments.Take(account, 9900, "eur", new() { ["donation"] = gift.Id.ToString() }, null, null));
        await Until.TrueAsync(() => host.InDonationsAsync(money.Tenant, db => db.Set<StripeEvent>().AnyAsync(e => e.Outcome == StripeEventOutcome.Refused)), "the event is refused");
        await money.RestAsync();
        host.Deliveries.Hold = true;
        money.At(account => FakeRefunds.Back(account, account.Find(charge)!, 700));
        await host.InScopeAsync(money.Tenant, async services =>
        {
            await services.GetRequiredService<ReconcileOrganisation>().RunAsync(CancellationToken.None);
            return true;
        });

        var page = await (await AdminAsync()).GetAsync(Address);
        host.Deliveries.Release();

        Assert.Equal(("none", "0"), (page.One("#lag"), page.One("#waiting")));
        Assert.NotEqual("0", page.One("#failed"));
        Assert.Contains("It contradicts what is known here", page.One("#refused")!, StringComparison.Ordinal);
        var account = page.One($"tr[data-account={money.Account}]")!;
        Assert.Contains(money.Stage.Organisation.Name, account, StringComparison.Ordinal);
        Assert.Contains("takes gifts", account, StringComparison.Ordinal);
        Assert.Contains("Another refund", page.One("#differences")!, StringComparison.Ordinal);
        Assert.All(["Ada Giver", gift.Giver, "4242", "card"], word => Assert.DoesNotContain(word, string.Join(' ', page.Html.QuerySelectorAll("table").Select(t => t.TextContent)), StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_event_that_waits_is_seen_waiting()
    {
        var money = await MoneyStage.SetAsync(host);
        var gift = await money.BeginAsync();
        await money.RestAsync();
        host.Faults.Now = FakeFault.Down;
        money.At(account => FakeHostedPage.Pay(account, gift.Session));
        await Until.TrueAsync(() => host.InDonationsAsync(money.Tenant, db => db.Set<StripeEvent>().AnyAsync(e => e.ProcessedAt == null)), "an event waits");

        var page = await (await AdminAsync()).GetAsync(Address);
        host.Faults.Now = FakeFault.None;

        Assert.Contains("second", page.One("#lag")!, StringComparison.Ordinal);
        Assert.NotEqual("0", page.One("#waiting"));
        await money.RestAsync();
    }

    [Theory]
    [InlineData(PlatformRole.Admin, HttpStatusCode.OK)]
    [InlineData(PlatformRole.Moderator, HttpStatusCode.NotFound)]
    [InlineData(PlatformRole.None, HttpStatusCode.NotFound)]
    public async Task Admins_alone_have_the_page_and_the_tab(PlatformRole role, HttpStatusCode status)
    {
        var somebody = await host.AtDeskAsync(await host.UserAsync(role: role));

        Assert.Equal(status, (await somebody.GetAsync(Address)).Status);
        Assert.Equal(status, (await somebody.GetAsync(Address + "/platform")).Status);
        if (role != PlatformRole.None)
        {
            Assert.Equal(role == PlatformRole.Admin, (await somebody.GetAsync("/admin/reports")).Html.QuerySelector($".tabs a[href='{Address}']") is not null);
        }
    }

    private async Task<Visitor> AdminAsync() => await host.AtDeskAsync(await host.UserAsync(role: PlatformRole.Admin));
}
