using System.Net;
using Platform.Petitions.Campaigns;
using Platform.Testing.Data;
using Xunit;

namespace Platform.Petitions.Tests.Moderation;

public sealed class ReportTests(StaffWorld world) : IClassFixture<StaffWorld>
{
    [Fact]
    public async Task A_readers_report_waits_for_staff_until_somebody_has_looked()
    {
        var stage = await Stage.SetAsync(world, with: c => c.Title = "A petition that somebody minds");
        var form = await world.Visitor().GetAsync((await world.Visitor().GetAsync(stage.Path)).Html.QuerySelector("footer a[href*='/report?']")!.GetAttribute("href")!);
        Assert.NotNull(form.Html.QuerySelector("meta[name=robots][content=noindex]"));
        Assert.NotNull((await world.Visitor().SubmitAsync(form, "main form")).Html.QuerySelector("#Reason-error"));
        Assert.NotNull((await world.Visitor().SubmitAsync(form, "main form", ("Reason", "hate"), ("Email", "nobody"))).Html.QuerySelector("#Email-error"));
        var done = await world.Visitor().SubmitAsync(form, "main form", ("Reason", "hate"), ("Text", "The third sentence."), ("Email", "reader@report.example"));
        Assert.Contains("we have your report", done.Text, StringComparison.Ordinal);

        Assert.Equal("1", (await world.Moderator.GetAsync("/admin")).One(".numbers div:has(a[href$='/reports']) dd"));
        var reports = await world.Moderator.GetAsync("/admin/reports");
        var entry = reports.One($"main section:has(a[href$='{stage.Campaign.Id}'])")!;
        Assert.Contains("The third sentence.", entry, StringComparison.Ordinal);
        Assert.Contains("reader@report.example", entry, StringComparison.Ordinal);
        var after = await world.Moderator.SubmitAsync(reports, $"form[action$='/{stage.Campaign.Id}/handled']");
        Assert.DoesNotContain("A petition that somebody minds", after.Text, StringComparison.Ordinal);
        Assert.Contains("handled", (await world.Moderator.GetAsync($"/admin/campaigns/{stage.Campaign.Id}")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CampaignStatus.Draft)]
    [InlineData(CampaignStatus.Submitted)]
    [InlineData(CampaignStatus.Removed)]
    public async Task What_nobody_can_read_cannot_be_reported(CampaignStatus status)
    {
        var stage = await Stage.SetAsync(world, status);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Visitor().GetAsync(stage.Path + "/report")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Visitor().PostAsync(new Uri(stage.Path + "/report", UriKind.Relative), [new("Reason", "spam")])).Status);
    }
}
