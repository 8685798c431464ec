using Platform.Petitions.Campaigns;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.CampaignPage;

public sealed class SimilarTests(PublicWorld world) : IClassFixture<PublicWorld>
{
    [Fact]
    public async Task A_page_names_open_petitions_of_all_organisations_that_ask_for_nearly_the_same()
    {
        var campaign = await world.CampaignAsync(with: c => c.Title = "Reopen the cottage hospital in Quillfield");
        var elsewhere = await Stage.SetAsync(world, with: c => c.Title = "Keep the Quillfield cottage hospital <b>open</b>");
        await world.CampaignAsync(CampaignStatus.Closed, c => c.Title = "Quillfield cottage hospital, closed");
        await world.CampaignAsync(CampaignStatus.Submitted, c => c.Title = "Quillfield cottage hospital, waiting");
        await world.CampaignAsync(with: c => (c.Title, c.Reviewed) = ("Quillfield cottage hospital, by link", false));
        await world.CampaignAsync(with: c => c.Title = "More buses to the seaside");
        var page = await world.Visitor().GetAsync(world.AddressOf(campaign));
        Assert.Equal([elsewhere.Path], Similar(page));
        Assert.Contains("Keep the Quillfield cottage hospital <b>open</b>", page.One("[aria-labelledby=similar] h3")!, StringComparison.Ordinal);
        Assert.Empty(Similar(await world.Visitor($"{world.Organisation.Slug}.petitions.example").GetAsync($"/{campaign.Slug}")));
    }

    private static List<string?> Similar(Page page) => [.. page.Html.QuerySelectorAll("[aria-labelledby=similar] h3 a").Select(a => a.GetAttribute("href"))];
}
