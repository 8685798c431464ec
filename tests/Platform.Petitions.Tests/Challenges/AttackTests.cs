using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Access;
using Platform.Petitions.Abuse;
using Platform.Petitions.Signing;
using Platform.Petitions.Tests.Abuse;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Platform.Testing.Time;
using Xunit;

namespace Platform.Petitions.Tests.Challenges;

/// <summary>How the challenge of a campaign begins and ends: by itself and by hand.</summary>
public sealed class AttackTests(ChallengedHost host) : IClassFixture<ChallengedHost>
{
    private static readonly TimeSpan Everywhere = TimeSpan.FromSeconds(10);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_attack_begins_it_by_itself_on_all_nodes_within_ten_seconds_and_the_clock_ends_it()
    {
        await host.LimitAsync(l => (l.AddressBurst, l.ChallengeAfter) = (1, 3));
        var stage = await Stage.SetAsync(host);
        await using var other = new SecondNode(host);
        await other.InitializeAsync();
        Assert.Null((await other.Visitor().GetAsync(stage.Path)).Html.QuerySelector("[data-proof]"));
        await AttackAsync(stage, times: 5);
        await host.Services.GetRequiredService<AbuseKeeper>().StepAsync(Ct);
        var begun = RunningTime.Begin();
        foreach (var node in new[] { host, (TestHost)other })
        {
            await ChallengedHost.UntilAsync(node.Visitor(), stage.Path, asks: true, Everywhere - RunningTime.Since(begun));
        }

        await AttackAsync(stage, times: 5);
        await host.Services.GetRequiredService<AbuseKeeper>().StepAsync(Ct);
        Assert.Equal([("campaign.challenge", "system")], await ActsAsync(stage));

        // No notice tells of the clock: the pages' own age does.
        await host.InDbAsync(stage.Organisation.Id, db => db.Database.ExecuteSqlAsync($"update petitions.campaigns set challenged_until = now() where id = {stage.Campaign.Id}", Ct));
        begun = RunningTime.Begin();
        foreach (var node in new[] { host, (TestHost)other })
        {
            await ChallengedHost.UntilAsync(node.Visitor(), stage.Path, asks: false, Everywhere - RunningTime.Since(begun));
        }

        await host.LimitAsync();
    }

    [Fact]
    public async Task Without_the_limit_for_it_nothing_begins_by_itself()
    {
        await host.LimitAsync(l => l.AddressBurst = 1);
        var stage = await Stage.SetAsync(host);
        await AttackAsync(stage, times: 8);
        await host.Services.GetRequiredService<AbuseKeeper>().StepAsync(Ct);
        Assert.Null(await UntilAsync(stage));
        await host.LimitAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_hourly_look_begins_it_where_it_may(bool may)
    {
        await host.LimitAsync(l => (l.AlertHour, l.ChallengeAfter) = (4, may ? 1000 : null));
        var stage = await Stage.SetAsync(host);
        var writer = host.Services.GetRequiredService<SignatureWriter>();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(i => writer.TryWrite(stage.Row($"hour{may}{i}@hot-{may}.example") with { Ip = IPAddress.Parse($"192.0.2.{i}") })!));
        await ActivatorUtilities.CreateInstance<HotSendersJob>(host.Services).RunAsync(Ct);
        Assert.Equal(may, await UntilAsync(stage) is not null);
        await host.LimitAsync();
    }

    [Fact]
    public async Task Staff_begin_it_by_hand_see_it_and_end_it()
    {
        var stage = await Stage.SetAsync(host, with: c => c.Title = "Keep the lighthouse lit");
        var admin = await host.AtDeskAsync(await host.UserAsync("Ada Admin", PlatformRole.Admin));
        var desk = await admin.GetAsync("/admin/abuse/challenges");
        desk = await admin.SubmitAsync(desk, "form[action$=challenges]", ("Reference", $"{stage.Campaign.Reference}"), ("Hours", "3"));
        Assert.Contains("Keep the lighthouse lit", desk.Text, StringComparison.Ordinal);
        await ChallengedHost.UntilAsync(host.Visitor(), stage.Path, asks: true);

        desk = await admin.SubmitAsync(desk, $"form[action*='{stage.Campaign.Id}/end']");
        Assert.DoesNotContain("Keep the lighthouse lit", desk.Text, StringComparison.Ordinal);
        await ChallengedHost.UntilAsync(host.Visitor(), stage.Path, asks: false);
        Assert.Equal([("campaign.challenge", "Ada Admin"), ("campaign.challenge-end", "Ada Admin")], await ActsAsync(stage));
    }

    [Theory]
    [InlineData("999999", "2", "No published petition has this number")]
    [InlineData("", "2", "")]
    [InlineData("1", "0", "")]
    [InlineData("1", "73", "")]
    public async Task What_cannot_be_begun_is_said(string reference, string hours, string words)
    {
        var admin = await host.AtDeskAsync(await host.UserAsync("Ada Admin", PlatformRole.Admin));
        var page = await admin.SubmitAsync(await admin.GetAsync("/admin/abuse/challenges"), "form[action$=challenges]", ("Reference", reference), ("Hours", hours));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(words, page.One(".errors")!, StringComparison.Ordinal);
    }

    private async Task AttackAsync(Stage stage, int times)
    {
        var sender = host.From("203.0.113.66");
        for (var i = 0; i < times; i++)
        {
            await stage.SignAsync(sender, "Maxine Kowalski", $"{Guid.NewGuid():N}@attack.example");
        }
    }

    private Task<DateTimeOffset?> UntilAsync(Stage stage) =>
        host.InDbAsync(stage.Organisation.Id, db => db.Campaigns.Where(c => c.Id == stage.Campaign.Id).Select(c => c.ChallengedUntil).SingleAsync(Ct));

    private async Task<List<(string, string)>> ActsAsync(Stage stage) =>
        [.. (await host.InDbAsync(stage.Organisation.Id, db => db.Audit.Where(a => a.CampaignId == stage.Campaign.Id && a.Action.StartsWith("campaign.challenge")).OrderBy(a => a.Id).Select(a => new { a.Action, a.ActorName }).ToListAsync(Ct))).Select(a => (a.Action, a.ActorName))];
}
