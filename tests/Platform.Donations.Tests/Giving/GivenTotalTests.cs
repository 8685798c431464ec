using Platform.Donations.Giving;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Donations.Tests.Giving;

/// <summary>The sum on the giving page: only where the organisation wants it, and never exact.</summary>
public sealed class GivenTotalTests(TestHost host) : IClassFixture<TestHost>
{
    [Theory]
    [InlineData(true, 123_456, 0, "Given so far: more than 1,200\u00a0EUR.")]
    [InlineData(true, 123_456, 100_000, "Given so far: more than 200\u00a0EUR.")]
    [InlineData(true, 9_999, 0, null)]
    [InlineData(false, 123_456, 0, null)]
    public async Task It_is_what_was_paid_less_what_went_back_rounded_down_to_hundreds(bool wanted, long paid, long back, string? said)
    {
        var stage = await GivingStage.SetAsync(host, settings => settings.Offer(once: true, monthly: false, showTotal: wanted, settings.Purposes, settings.Currencies, TimeProvider.System.GetUtcNow()));
        var now = TimeProvider.System.GetUtcNow();
        Donation Gift(long amount) => new(Guid.NewGuid(), stage.Campaign.Id, amount, 0, "eur", monthly: false, "acct_total", "Ada", "ada@total.example", "en", now);
        var (gift, unpaid) = (Gift(paid), Gift(999_900));
        gift.MarkPaid("pi_total", null, null, paid, "eur", now);
        gift.MarkRefunded(back, now);
        await host.InDonationsAsync(stage.Organisation.Id, db =>
        {
            db.Donations.AddRange(gift, unpaid);
            return db.SaveChangesAsync();
        });

        Assert.Equal(said, (await host.Visitor().GetAsync(stage.Path + "/give")).One("#given"));
    }
}
