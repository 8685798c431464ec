using Platform.Core.Access;
using Platform.Petitions.Campaigns;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.Drafting;

public sealed class AlikeTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task Who_asks_for_the_same_sees_what_is_there_before_a_draft_begins()
    {
        var existing = await Stage.SetAsync(host, with: c => c.Title = "Keep the Harbour Library open on Sundays");
        var hostile = await Stage.SetAsync(host, with: c => c.Title = "Harbour library <script>alert(1)</script> on Sundays");
        var hidden = await Stage.SetAsync(host, CampaignStatus.Submitted, c => c.Title = "Harbour library: secret Sundays");
        var stage = await Stage.SetAsync(host, CampaignStatus.Draft, c => c.Title = "Quite another thing");
        var (visitor, _) = await host.MemberAsync(stage.Organisation, MemberRole.Editor);

        var page = await visitor.SubmitAsync(await visitor.GetAsync(New(stage)), "#step", ("Title", "Open the Harbour Library on Sundays"), ("Language", "en"));

        var alike = page.Html.QuerySelectorAll("#alike a").Select(a => a.GetAttribute("href")).ToList();
        Assert.Contains("http://localhost" + existing.Path, alike);
        Assert.Contains("http://localhost" + hostile.Path, alike);
        Assert.DoesNotContain(hidden.Path, page.Source, StringComparison.Ordinal);
        Assert.Null(page.Html.QuerySelector("#alike script"));
        Assert.Equal("Open the Harbour Library on Sundays", page.Html.QuerySelector("#Title")!.GetAttribute("value"));

        page = await visitor.SubmitAsync(page, "#step");
        Assert.EndsWith("/edit/decision-makers", page.Address.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_title_unlike_all_others_goes_straight_on()
    {
        var stage = await Stage.SetAsync(host, with: c => c.Title = "Plant lindens along Mill Street");
        var (visitor, _) = await host.MemberAsync(stage.Organisation, MemberRole.Editor);
        var page = await visitor.SubmitAsync(await visitor.GetAsync(New(stage)), "#step", ("Title", "Zebra crossing for Oxford school"), ("Language", "en"));
        Assert.EndsWith("/edit/decision-makers", page.Address.AbsolutePath, StringComparison.Ordinal);
    }

    private static string New(Stage stage) => $"/{stage.Organisation.Slug}/desk/campaigns/new";
}
