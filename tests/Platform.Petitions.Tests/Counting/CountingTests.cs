using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Petitions.Confirming;
using Platform.Petitions.Counting;
using Platform.Petitions.Signatures;
using Platform.Petitions.Signing;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.Counting;

public sealed class CountingTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task Numbers_are_unique_and_gapless_and_every_tally_equals_the_rows_however_many_confirm_at_once()
    {
        var stage = await Stage.SetAsync(host);
        var rows = await PendingAsync(stage, 300);

        await ConfirmAllAsync(stage, [.. rows, .. rows.Take(100)]);

        var numbers = await host.InDbAsync(stage.Organisation.Id, db => db.Signatures.OrderBy(s => s.Number).Select(s => s.Number!.Value).ToListAsync());
        Assert.Equal(Enumerable.Range(1, 300).Select(n => (long)n), numbers);
        Assert.Equal(300, await stage.CountAsync());
        Assert.Equal(300, await host.InDbAsync(stage.Organisation.Id, db => db.Days.SumAsync(d => d.Confirmed)));
        Assert.Equal(300, await host.InDbAsync(stage.Organisation.Id, db => db.Areas.Where(a => a.Country == "CA").SumAsync(a => a.Confirmed)));
        Assert.Equal(300, await host.InDbAsync(stage.Organisation.Id, db => db.Submissions.SumAsync(s => s.Submitted)));
        Assert.Null(await RecountAsync(stage));
    }

    [Fact]
    public async Task A_withdrawn_signature_leaves_count_day_and_area_and_its_number_is_not_given_again()
    {
        var stage = await Stage.SetAsync(host);
        var rows = await PendingAsync(stage, 3);
        await ConfirmAllAsync(stage, rows[..2]);

        Assert.True(await LeaveAsync(stage, rows[0], SignatureState.Withdrawn));
        Assert.False(await LeaveAsync(stage, rows[0], SignatureState.Withdrawn));
        await ConfirmAllAsync(stage, rows[2..]);

        Assert.Equal(2, await stage.CountAsync());
        Assert.Equal(3, await host.InDbAsync(stage.Organisation.Id, db => db.Signatures.Where(s => s.Id == rows[2]).Select(s => s.Number!.Value).SingleAsync()));
        Assert.Null(await RecountAsync(stage));
    }

    [Fact]
    public async Task A_corrupted_tally_is_found_repaired_and_said_in_the_audit_log()
    {
        var stage = await Stage.SetAsync(host);
        await ConfirmAllAsync(stage, await PendingAsync(stage, 5));
        await host.InDbAsync(stage.Organisation.Id, db => db.Database.ExecuteSqlAsync($"update petitions.campaign_counts set confirmed = 4 where campaign_id = {stage.Campaign.Id}"));
        await host.InDbAsync(stage.Organisation.Id, db => db.Database.ExecuteSqlAsync($"update petitions.campaign_areas set confirmed = 9 where campaign_id = {stage.Campaign.Id}"));

        var drift = await RecountAsync(stage);

        Assert.Equal((4, 5), (drift!.Counted, drift.Rows));
        Assert.Equal(["campaign_areas"], drift.Tallies);
        Assert.Equal(5, await stage.CountAsync());
        Assert.Null(await RecountAsync(stage));
        Assert.Equal(1, await host.InDbAsync(stage.Organisation.Id, db => db.Audit.CountAsync(a => a.CampaignId == stage.Campaign.Id && a.Action == "count.repaired")));
    }

    [Fact]
    public async Task Regions_and_sources_are_counted_with_the_signatures_and_leave_with_them()
    {
        var stage = await Stage.SetAsync(host);
        var ids = await PendingAsync(stage, 6, (row, i) => row with { Postcode = i < 4 ? $"M5V {i}A1" : i == 4 ? "K1A 0B1" : null, Source = i % 2 == 0 ? "poster" : null });
        await ConfirmAllAsync(stage, ids);

        Assert.Equal([("K", 1L), ("M", 4L)], await RegionsAsync(stage));
        Assert.Equal([("poster", 3L)], await SourcesAsync(stage));
        Assert.Null(await RecountAsync(stage));

        await LeaveAsync(stage, ids[0], SignatureState.Removed);
        Assert.Equal([("K", 1L), ("M", 3L)], await RegionsAsync(stage));
        Assert.Equal([("poster", 2L)], await SourcesAsync(stage));
        await host.Services.GetRequiredService<CountReturn>().ReturnAsync(stage.Organisation.Id, stage.Campaign.Id, [ids[0]], CancellationToken.None);
        Assert.Equal([("K", 1L), ("M", 4L)], await RegionsAsync(stage));
        Assert.Equal([("poster", 3L)], await SourcesAsync(stage));
        Assert.Null(await RecountAsync(stage));

        await host.InDbAsync(stage.Organisation.Id, db => db.Regions.Where(r => r.Region == "M").ExecuteDeleteAsync());
        await host.InDbAsync(stage.Organisation.Id, db => db.Database.ExecuteSqlAsync($"insert into petitions.campaign_sources values ({stage.Organisation.Id}, {stage.Campaign.Id}, 'invented', 7)"));
        Assert.Equal(["campaign_regions", "campaign_sources"], (await RecountAsync(stage))!.Tallies);
        Assert.Equal([("K", 1L), ("M", 4L)], await RegionsAsync(stage));
        Assert.Equal([("poster", 3L)], await SourcesAsync(stage));
    }

    [Theory]
    [InlineData("CA", "m5v 2t6", "M")]
    [InlineData("GB", "SW1A 1AA", "SW")]
    [InlineData("GB", "M1 1AE", "M")]
    [InlineData("FR", "93100", "93")]
    [InlineData("US", "94110-1234", "94")]
    [InlineData("DE", "D-10115", "")]
    [InlineData("FR", "", "")]
    [InlineData("IE", "D02 X285", "D")]
    [InlineData("IR", "1136913811", "11")]
    [InlineData("GB", "1", "")]
    public async Task A_region_is_how_a_postcode_of_its_country_begins(string country, string postcode, string region)
    {
        Assert.Equal(region, Postcodes.RegionIn(country, Postcodes.Clean(postcode)));
        Assert.Equal(region, (await host.InDbAsync(null, db => db.Database.SqlQuery<string>($"select petitions.postcode_region({country}, {postcode}) as \"Value\"").ToListAsync())).Single());
    }

    [Fact]
    public async Task A_recount_on_command_takes_one_campaign_by_its_address_or_all()
    {
        var (one, other) = (await Stage.SetAsync(host), await Stage.SetAsync(host));
        foreach (var stage in new[] { one, other })
        {
            await ConfirmAllAsync(stage, await PendingAsync(stage, 2));
            await host.InDbAsync(stage.Organisation.Id, db => db.Database.ExecuteSqlAsync($"update petitions.campaign_counts set confirmed = 1 where campaign_id = {stage.Campaign.Id}"));
        }

        var recount = host.Services.GetRequiredService<RecountCampaigns>();
        var repaired = new List<Guid>();
        Assert.Equal(1, await recount.RunAsync(one.Path.TrimStart('/'), drift => repaired.Add(drift.CampaignId), CancellationToken.None));
        Assert.Equal([one.Campaign.Id], repaired);
        Assert.Equal(0, await recount.RunAsync("nobody/nothing", drift => repaired.Add(drift.CampaignId), CancellationToken.None));

        Assert.InRange(await recount.RunAsync(null, drift => repaired.Add(drift.CampaignId), CancellationToken.None), 2, int.MaxValue);
        Assert.Equal([one.Campaign.Id, other.Campaign.Id], repaired);
        Assert.Equal((2, 2), (await one.CountAsync(), await other.CountAsync()));
    }

    [Theory]
    [InlineData(0, null, 100)]
    [InlineData(100, null, 250)]
    [InlineData(2271, 5000, 5000)]
    [InlineData(5000, 5000, 10_000)]
    [InlineData(5001, 5000, 10_000)]
    [InlineData(10_000_000, null, 20_000_000)]
    public void The_next_goal_is_always_above_the_count(long count, int? own, long next) => Assert.Equal(next, GoalLadder.Next(count, own));

    [Theory]
    [InlineData(2271, 5000, 45)]
    [InlineData(4999, 5000, 99)]
    [InlineData(0, 100, 0)]
    public void The_percentage_is_rounded_down(long count, long goal, int percent) => Assert.Equal(percent, GoalLadder.Percent(count, goal));

    private Task<List<(string, long)>> RegionsAsync(Stage stage) => host.InDbAsync(stage.Organisation.Id, async db =>
        (await db.Regions.AsNoTracking().OrderBy(r => r.Region).ToListAsync()).ConvertAll(r => (r.Region, r.Confirmed)));

    private Task<List<(string, long)>> SourcesAsync(Stage stage) => host.InDbAsync(stage.Organisation.Id, async db =>
        (await db.Sources.AsNoTracking().ToListAsync()).ConvertAll(s => (s.Source, s.Confirmed)));

    private async Task<List<Guid>> PendingAsync(Stage stage, int count, Func<SignatureRow, int, SignatureRow>? like = null)
    {
        var writer = host.Services.GetRequiredService<SignatureWriter>();
        var rows = Enumerable.Range(0, count).Select(i => like is null ? Row(stage, i) : like(Row(stage, i), i)).ToList();
        Assert.All(await Task.WhenAll(rows.Select(r => writer.TryWrite(r)!)), answer => Assert.Equal(SignAnswer.Recorded, answer));
        return [.. rows.Select(r => r.Id)];
    }

    private static SignatureRow Row(Stage stage, int i) => stage.Row($"signer{i}.{stage.Campaign.Slug}@mail.example");

    private Task<ConfirmAnswer[]> ConfirmAllAsync(Stage stage, List<Guid> ids)
    {
        var writer = host.Services.GetRequiredService<ConfirmationWriter>();
        return Task.WhenAll(ids.Select(id => writer.TryWrite(new Confirmation(stage.Organisation.Id, stage.Campaign.Id, id))!));
    }

    private Task<bool> LeaveAsync(Stage stage, Guid id, SignatureState to) =>
        host.Services.GetRequiredService<CountExit>().LeaveAsync(stage.Organisation.Id, stage.Campaign.Id, id, to, "signer", CancellationToken.None);

    private Task<Drift?> RecountAsync(Stage stage) =>
        host.Services.GetRequiredService<Recount>().RunAsync(stage.Organisation.Id, stage.Campaign.Id, CancellationToken.None);
}
