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

public sealed class SourceLimitTests(SourceLimitTests.LimitHost host) : IClassFixture<SourceLimitTests.LimitHost>
{
    [Fact]
    public async Task A_campaign_is_counted_by_so_many_codes_and_the_rest_is_other_in_rows_and_table()
    {
        var stage = await Stage.SetAsync(host);

        // Two in one batch and one by itself; then codes that are new and codes that are known.
        await CountAsync(stage, "a", "b", "a", null);
        await CountAsync(stage, "c");
        await CountAsync(stage, "d", "a", "e", null, "d");
        await CountAsync(stage, "other", "b", "f");

        Assert.Equal([("a", 3L), ("b", 2L), ("c", 1L), ("other", 5L)], await TableAsync(stage));
        Assert.Null(await host.Services.GetRequiredService<Recount>().RunAsync(stage.Organisation.Id, stage.Campaign.Id, CancellationToken.None));
        Assert.Equal(13, await stage.CountAsync());
    }

    [Fact]
    public async Task Many_at_once_with_codes_of_their_own_fill_the_places_and_no_more()
    {
        var stage = await Stage.SetAsync(host);
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => CountAsync(stage, $"made-up-{i}")));

        var table = await TableAsync(stage);
        Assert.Equal((LimitHost.Most + 1, 40L - LimitHost.Most, 40L), (table.Count, table.Single(row => row.Source == "other").Confirmed, table.Sum(row => row.Confirmed)));
    }

    [Fact]
    public async Task What_comes_back_after_the_places_were_taken_is_other_as_well()
    {
        var stage = await Stage.SetAsync(host);
        var late = (await CountAsync(stage, "late"))[0];
        await host.Services.GetRequiredService<CountExit>().LeaveAsync(stage.Organisation.Id, stage.Campaign.Id, late, SignatureState.Removed, "moderator", CancellationToken.None);
        await host.InDbAsync(stage.Organisation.Id, db => db.Sources.Where(s => s.CampaignId == stage.Campaign.Id).ExecuteDeleteAsync());
        await CountAsync(stage, "a", "b", "c");

        await host.Services.GetRequiredService<CountReturn>().ReturnAsync(stage.Organisation.Id, stage.Campaign.Id, [late], CancellationToken.None);

        Assert.Equal([("a", 1L), ("b", 1L), ("c", 1L), ("other", 1L)], await TableAsync(stage));
        Assert.Null(await host.Services.GetRequiredService<Recount>().RunAsync(stage.Organisation.Id, stage.Campaign.Id, CancellationToken.None));
    }

    private async Task<List<Guid>> CountAsync(Stage stage, params string?[] codes)
    {
        var rows = codes.Select(code => stage.Row($"{Guid.NewGuid():N}@mail.example") with { Source = code }).ToList();
        var writer = host.Services.GetRequiredService<SignatureWriter>();
        await Task.WhenAll(rows.Select(row => writer.TryWrite(row)!));
        var confirming = host.Services.GetRequiredService<ConfirmationWriter>();
        var answers = await Task.WhenAll(rows.Select(row => confirming.TryWrite(new Confirmation(row.TenantId, row.CampaignId, row.Id))!));
        Assert.All(answers, answer => Assert.IsType<ConfirmAnswer.Confirmed>(answer));
        return [.. rows.Select(row => row.Id)];
    }

    private async Task<List<(string Source, long Confirmed)>> TableAsync(Stage stage) => await host.InDbAsync(stage.Organisation.Id, async db =>
        (await db.Sources.Where(s => s.CampaignId == stage.Campaign.Id && s.Confirmed > 0).OrderBy(s => s.Source).ToListAsync()).ConvertAll(s => (s.Source, s.Confirmed)));

    public sealed class LimitHost : TestHost
    {
        public const int Most = 3;

        protected override Dictionary<string, string?> Settings => new() { ["Signing:ShortestFill"] = "00:00:00", ["Signing:MostSources"] = Most.ToString(System.Globalization.CultureInfo.InvariantCulture) };
    }
}
