using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Petitions.Privacy;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.Privacy;

public sealed class PurgeTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task Unconfirmed_signatures_are_gone_after_three_weeks_and_the_tally_keeps_saying_they_were_submitted()
    {
        var stage = await Stage.SetAsync(host);
        await stage.SignAsync(host.Visitor(), "Never Confirmed", "never@mail.example");
        await stage.SignAsync(host.Visitor(), "Did Confirm", "did@mail.example");
        await stage.ConfirmAsync(host.Visitor(), "did@mail.example");

        await host.AgeAsync(stage.Campaign, "20 days");
        await PurgeAsync();
        Assert.Equal(2, await RowsAsync(stage));

        await host.AgeAsync(stage.Campaign, "2 days");
        await PurgeAsync();
        Assert.Equal(1, await RowsAsync(stage));
        Assert.Equal(1, await stage.CountAsync());
        Assert.Equal(2, await host.InDbAsync(stage.Organisation.Id, db => db.Submissions.Where(s => s.CampaignId == stage.Campaign.Id).Select(s => s.Submitted).SingleAsync()));
    }

    [Fact]
    public async Task A_network_address_is_dropped_after_thirty_days()
    {
        var stage = await Stage.SetAsync(host);
        await host.ConfirmedSignersAsync(stage.Campaign, 1);
        await host.InDbAsync(stage.Organisation.Id, db => db.Signatures.Where(s => s.CampaignId == stage.Campaign.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.Ip, System.Net.IPAddress.Loopback)));

        await host.AgeAsync(stage.Campaign, "29 days");
        await PurgeAsync();
        Assert.Equal(1, await WithAddressAsync());

        await host.AgeAsync(stage.Campaign, "2 days");
        await PurgeAsync();
        Assert.Equal(0, await WithAddressAsync());
        Assert.Equal(1, await stage.CountAsync());

        Task<int> WithAddressAsync() => host.InDbAsync(stage.Organisation.Id, db => db.Signatures.CountAsync(s => s.CampaignId == stage.Campaign.Id && s.Ip != null));
    }

    private Task<int> RowsAsync(Stage stage) => host.InDbAsync(stage.Organisation.Id, db => db.Signatures.CountAsync(s => s.CampaignId == stage.Campaign.Id));

    private Task<int> PurgeAsync() => host.InScopeAsync(null, async services =>
    {
        await ActivatorUtilities.CreateInstance<PurgeJob>(services).RunAsync(CancellationToken.None);
        return 0;
    });
}
