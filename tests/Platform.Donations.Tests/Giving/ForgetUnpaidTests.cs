using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Donations.Giving;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Donations.Tests.Giving;

public sealed class ForgetUnpaidTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task Who_did_not_pay_is_forgotten_after_a_month_and_who_did_or_still_may_is_not()
    {
        var stage = await GivingStage.SetAsync(host);
        var now = TimeProvider.System.GetUtcNow();
        var (old, young, paid) = (Gift(stage, now.AddDays(-31)), Gift(stage, now.AddDays(-29)), Gift(stage, now.AddDays(-31)));
        paid.MarkPaid("pi_paid", null, null, paid.Total, "eur", now.AddDays(-31));
        await host.InDonationsAsync(stage.Organisation.Id, db =>
        {
            db.Donations.AddRange(old, young, paid);
            return db.SaveChangesAsync();
        });

        await host.InScopeAsync(null, async services =>
        {
            await ActivatorUtilities.CreateInstance<ForgetUnpaidJob>(services).RunAsync(CancellationToken.None);
            return true;
        });

        var names = await host.InDonationsAsync(stage.Organisation.Id, db => db.Donations.AsNoTracking().ToDictionaryAsync(d => d.Id, d => $"{d.GiverName} {d.GiverEmail}".Trim()));
        Assert.Equal(("", "Ada ada@unpaid.example", "Ada ada@unpaid.example"), (names[old.Id], names[young.Id], names[paid.Id]));
    }

    private static Donation Gift(Stage stage, DateTimeOffset at) => new(Guid.NewGuid(), stage.Campaign.Id, 1000, 0, "eur", monthly: false, "acct_unpaid", "Ada", "ada@unpaid.example", "en", at);
}
