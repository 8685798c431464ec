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

        Assert.Equal((4, 5, true), (drift!.Counted, drift.Rows, drift.AreasDrifted));
        Assert.Equal(5, await stage.CountAsync());
        Assert.Null(await RecountAsync(stage));
        Assert.Equal(1, await host.InDbAsync(stage.Organisation.Id, db => db.Audit.CountAsync(a => a.CampaignId == stage.Campaign.Id && a.Action == "count.repaired")));
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

    private async Task<List<Guid>> PendingAsync(Stage stage, int count)
    {
        var writer = host.Services.GetRequiredService<SignatureWriter>();
        var rows = Enumerable.Range(0, count).Select(i => stage.Row($"signer{i}.{stage.Campaign.Slug}@mail.example")).ToList();
        Assert.All(await Task.WhenAll(rows.Select(r => writer.TryWrite(r)!)), answer => Assert.Equal(SignAnswer.Recorded, answer));
        return [.. rows.Select(r => r.Id)];
    }

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
