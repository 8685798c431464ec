using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Tests.CampaignPage;
using Platform.Petitions.Webhooks;
using Platform.Testing.Data;
using Xunit;

namespace Platform.Petitions.Tests.Webhooks;

/// <summary>What is looked at each minute: each happening is found, also when a worker died, and none is looked at for ever.</summary>
public sealed class TellWebhooksTests(PublicWorld world) : IClassFixture<PublicWorld>
{
    private static readonly TimeSpan Away = TimeSpan.FromDays(9);

    [Fact]
    public async Task What_happened_while_no_worker_lived_is_found_and_then_no_longer_looked_at()
    {
        var (campaign, now) = await StageAsync();
        await HappensAsync(campaign, now - Away / 2);
        Assert.Single(await TellAsync(campaign));
        Assert.True(await SinceAsync(campaign) > now.AddHours(-1));
        Assert.Empty(await TellAsync(campaign));

        // An entry is as old as its transaction, and may be seen only minutes later.
        await HappensAsync(campaign, now.AddMinutes(-5));
        Assert.Single(await TellAsync(campaign));
        Assert.Empty(await TellAsync(campaign));
        Assert.Equal(2, await world.InDbAsync(campaign.TenantId, db => db.WebhookDeliveries.CountAsync()));
    }

    [Fact]
    public async Task A_worker_that_dies_while_it_writes_leaves_everything_to_the_next_one()
    {
        var (campaign, now) = await StageAsync();
        await HappensAsync(campaign, now - Away / 2);
        await OwnerRunsAsync($"alter table petitions.webhook_deliveries add constraint dies check (tenant_id <> '{campaign.TenantId}')");
        await Assert.ThrowsAsync<PostgresException>(() => TellAsync(campaign));
        await OwnerRunsAsync("alter table petitions.webhook_deliveries drop constraint dies");
        Assert.True(await SinceAsync(campaign) < now - Away / 2);
        Assert.Single(await TellAsync(campaign));
    }

    [Fact]
    public async Task What_a_worker_had_taken_when_it_died_is_due_again_when_its_time_is_up()
    {
        var (campaign, now) = await StageAsync();
        await HappensAsync(campaign, now);
        var taken = Assert.Single(await TellAsync(campaign));
        Assert.Empty(await TellAsync(campaign));
        await world.InDbAsync(campaign.TenantId, db => db.WebhookDeliveries.ExecuteUpdateAsync(set => set.SetProperty(d => d.LeaseUntil, now.AddMinutes(-1))));
        Assert.Equal(taken, Assert.Single(await TellAsync(campaign)));
    }

    /// <summary>An endpoint that was last looked at days ago.</summary>
    private async Task<(Campaign Campaign, DateTimeOffset Now)> StageAsync()
    {
        var (stage, now) = (await Stage.SetAsync(world), TimeProvider.System.GetUtcNow());
        await world.InDbAsync(stage.Organisation.Id, db =>
        {
            db.Add(new WebhookEndpoint("https://example.org/hook", ["campaign.closed"], "sealed", now - Away));
            return db.SaveChangesAsync();
        });
        return (stage.Campaign, now);
    }

    private Task<int> HappensAsync(Campaign campaign, DateTimeOffset at) => world.InDbAsync(campaign.TenantId, async db =>
    {
        var entry = new TimelineEntry { CampaignId = campaign.Id, Kind = "close" };
        db.Add(entry);
        await db.SaveChangesAsync();
        return await db.Timeline.Where(t => t.Id == entry.Id).ExecuteUpdateAsync(set => set.SetProperty(t => t.At, at));
    });

    /// <returns>What is due of the campaign's organisation, taken by this.</returns>
    private async Task<List<Guid>> TellAsync(Campaign campaign) =>
        [.. (await world.Services.GetRequiredService<TellWebhooks>().RunAsync(CancellationToken.None)).Where(d => d.Tenant == campaign.TenantId).Select(d => d.Delivery)];

    private Task<DateTimeOffset> SinceAsync(Campaign campaign) => world.InDbAsync(campaign.TenantId, db => db.WebhookEndpoints.Select(e => e.Since).SingleAsync());

    private async Task OwnerRunsAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(world.Database.Owner);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
