using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Access;
using Platform.Petitions.Campaigns;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.Campaigns;

public sealed class ClosingTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task Two_workers_close_a_campaign_once_with_one_line_one_entry_and_one_mail()
    {
        var stage = await Stage.SetAsync(host);
        await ClosesAsync(stage, -1);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => CloseAsync()));

        var closed = await host.InDbAsync(stage.Organisation.Id, db => db.Campaigns.AsNoTracking().SingleAsync(c => c.Id == stage.Campaign.Id));
        Assert.Equal((CampaignStatus.Closed, ClosingReason.Time), (closed.Status, closed.ClosedBecause));
        Assert.Equal(1, await host.InDbAsync(stage.Organisation.Id, db => db.Audit.CountAsync(a => a.CampaignId == stage.Campaign.Id && a.Action == "campaign.close")));
        Assert.Equal(1, await host.InDbAsync(stage.Organisation.Id, db => db.Timeline.CountAsync(t => t.CampaignId == stage.Campaign.Id && t.Kind == "close")));
        await host.Mail.WaitAsync(stage.Organiser.Email!, "Closed");
        Assert.Single(await host.Mail.ToAsync(stage.Organiser.Email!, "Closed"));
    }

    [Fact]
    public async Task Before_its_time_nothing_is_closed()
    {
        var stage = await Stage.SetAsync(host);
        await ClosesAsync(stage, 3600);
        await CloseAsync();
        Assert.Equal(CampaignStatus.Published, await host.InDbAsync(stage.Organisation.Id, db => db.Campaigns.Where(c => c.Id == stage.Campaign.Id).Select(c => c.Status).SingleAsync()));
    }

    [Theory]
    [InlineData("Pacific/Auckland")]
    [InlineData("America/Vancouver")]
    [InlineData("Asia/Tehran")]
    public async Task The_last_day_ends_where_the_campaign_is(string zone)
    {
        var stage = await Stage.SetAsync(host, CampaignStatus.Draft, c => c.TimeZone = zone);
        var (visitor, _) = await host.MemberAsync(stage.Organisation, MemberRole.Editor);
        var address = $"/{stage.Organisation.Slug}/desk/campaigns/{stage.Campaign.Id}/edit/details";
        var place = TimeZoneInfo.FindSystemTimeZoneById(zone);
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), place).DateTime).AddDays(10);

        await visitor.SubmitAsync(await visitor.GetAsync(address), "#step", ("ClosesOn", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("TimeZone", zone), ("go", "next"));

        var closes = await host.InDbAsync(stage.Organisation.Id, db => db.Campaigns.Where(c => c.Id == stage.Campaign.Id).Select(c => c.ClosesAt!.Value).SingleAsync());
        var midnight = day.AddDays(1).ToDateTime(TimeOnly.MinValue);
        Assert.Equal(new DateTimeOffset(midnight, place.GetUtcOffset(midnight)).UtcDateTime, closes.UtcDateTime.AddSeconds(1));
    }

    private Task<int> ClosesAsync(Stage stage, int seconds) => host.InDbAsync(stage.Organisation.Id, db => db.Campaigns.Where(c => c.Id == stage.Campaign.Id)
        .ExecuteUpdateAsync(set => set.SetProperty(c => c.ClosesAt, TimeProvider.System.GetUtcNow().AddSeconds(seconds))));

    private Task<int> CloseAsync() => host.InScopeAsync(null, async services =>
    {
        await ActivatorUtilities.CreateInstance<ClosingJob>(services).RunAsync(CancellationToken.None);
        return 0;
    });
}
