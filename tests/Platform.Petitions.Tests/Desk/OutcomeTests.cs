using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Petitions.Campaigns;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.Desk;

public sealed class OutcomeTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task Archiving_asks_for_the_outcome_first_and_everybody_reads_it()
    {
        var stage = await Stage.SetAsync(host, CampaignStatus.Closed, c => c.ClosedBecause = ClosingReason.Other);
        var (owner, _) = await host.MemberAsync(stage.Organisation, MemberRole.Owner);
        var desk = Desk(stage);
        var page = await owner.GetAsync(desk);
        Assert.Null(page.Html.QuerySelector("#archive"));
        Assert.NotNull(page.Html.QuerySelector("a[href$='/outcome']"));

        page = await owner.PostDirectlyAsync(desk + "/archive");
        Assert.EndsWith("/outcome", page.Address.AbsolutePath, StringComparison.Ordinal);
        var wrong = await owner.SubmitAsync(page, "#outcome", ("Words", "=no"));
        Assert.Contains("Choose what came of it", wrong.One("#Result-error"), StringComparison.Ordinal);
        Assert.NotNull(wrong.One("#Words-error"));
        page = await owner.SubmitAsync(page, "#outcome", ("Result", "Partly"), ("Words", "He may stay for a year."));
        page = await owner.SubmitAsync(page, "#archive");

        Assert.Contains("Archived", page.Text, StringComparison.Ordinal);
        var seen = await host.Visitor().GetAsync(stage.Path);
        Assert.Equal("What came of it: a part of what it asked for", seen.One("[data-outcome]"));
        Assert.Contains("He may stay for a year.", seen.One(".notice"), StringComparison.Ordinal);
        Assert.Single(seen.Html.QuerySelectorAll(".timeline li"), entry => entry.TextContent.Contains("What came of it", StringComparison.Ordinal));
        Assert.Equal(1, await host.InDbAsync(stage.Organisation.Id, db => db.Audit.CountAsync(a => a.CampaignId == stage.Campaign.Id && a.Action == "campaign.outcome")));
    }

    [Fact]
    public async Task Who_closed_it_because_it_won_has_said_the_outcome()
    {
        var stage = await Stage.SetAsync(host);
        var (owner, _) = await host.MemberAsync(stage.Organisation, MemberRole.Owner);

        var page = await owner.SubmitAsync(await owner.GetAsync(Desk(stage) + "/closure"), "#close", ("Reason", "won"), ("Words", "The minister signed."));

        Assert.NotNull(page.Html.QuerySelector("#archive"));
        var seen = await host.Visitor().GetAsync(stage.Path);
        Assert.Equal("What came of it: it reached what it asked for", seen.One("[data-outcome]"));
        Assert.Single(seen.Html.QuerySelectorAll(".notice p"), p => p.TextContent == "The minister signed.");
    }

    [Theory]
    [InlineData(CampaignStatus.Published)]
    [InlineData(CampaignStatus.Draft)]
    [InlineData(CampaignStatus.Removed)]
    public async Task What_has_not_ended_has_no_outcome(CampaignStatus status)
    {
        var stage = await Stage.SetAsync(host, status);
        var (owner, _) = await host.MemberAsync(stage.Organisation, MemberRole.Owner);

        var page = await owner.PostDirectlyAsync(Desk(stage) + "/outcome", ("Result", "Achieved"), ("Words", "Not yet."));

        Assert.Equal(Desk(stage), page.Address.AbsolutePath);
        Assert.False(await host.InDbAsync(stage.Organisation.Id, db => db.Campaigns.AnyAsync(c => c.Id == stage.Campaign.Id && c.Outcome != null)));
    }

    private static string Desk(Stage stage) => $"/{stage.Organisation.Slug}/desk/campaigns/{stage.Campaign.Id}";
}
