using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
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
        await ClosesAsync(stage, 30);
        await CloseAsync();
        Assert.Equal(CampaignStatus.Published, await host.InDbAsync(stage.Organisation.Id, db => db.Campaigns.Where(c => c.Id == stage.Campaign.Id).Select(c => c.Status).SingleAsync()));
    }

    private Task<int> ClosesAsync(Stage stage, int seconds) => host.InDbAsync(stage.Organisation.Id, db => db.Campaigns.Where(c => c.Id == stage.Campaign.Id)
        .ExecuteUpdateAsync(set => set.SetProperty(c => c.ClosesAt, TimeProvider.System.GetUtcNow().AddSeconds(seconds))));

    private Task<int> CloseAsync() => host.InScopeAsync(null, async services =>
    {
        await ActivatorUtilities.CreateInstance<ClosingJob>(services).RunAsync(CancellationToken.None);
        return 0;
    });
}
