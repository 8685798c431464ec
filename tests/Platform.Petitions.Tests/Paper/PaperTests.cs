using System.Net;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Sharing;
using Platform.Petitions.Tests.CampaignPage;
using Xunit;

namespace Platform.Petitions.Tests.Paper;

/// <summary>A platform without a browser of its own.</summary>
public sealed class PaperTests(PublicWorld world) : IClassFixture<PublicWorld>
{
    private const string Persian = "کاووس را به خانه بازگردانید";

    [Theory]
    [InlineData("poster")]
    [InlineData("sheet")]
    public async Task Each_kind_of_paper_carries_the_whole_demand_and_a_code_that_names_it(string kind)
    {
        var demand = string.Join(' ', Enumerable.Range(1, 160).Select(i => $"word{i}"));
        var campaign = await world.CampaignAsync(with: c => c.Demand = demand);
        var page = await world.Visitor().GetAsync($"{world.AddressOf(campaign)}/{kind}");

        var paper = page.Html.QuerySelector(".paper--a4")!;
        Assert.Equal(demand, paper.QuerySelector(".paper__demand")!.TextContent);
        Assert.Equal("Bring Kavoos home", paper.QuerySelector("h2")!.TextContent);
        Assert.Contains("Friends of Kavoos asks Jason Kenney, Minister of Immigration, Canada", paper.TextContent.Replace("\u2068", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(QrCode.Of($"http://localhost{world.AddressOf(campaign)}?from={kind}").Path, paper.QuerySelector("svg.qr path")!.GetAttribute("d"));
        Assert.Equal("noindex", page.Html.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
    }

    [Fact]
    public async Task The_longer_the_demand_the_fewer_lines_to_sign_on()
    {
        var brief = await LinesAsync("Let him stay.");
        var endless = await LinesAsync(new string('x', 990));
        Assert.True(brief > endless && endless >= 6, $"{brief} and {endless} lines");
    }

    [Fact]
    public async Task Paper_for_readers_from_the_right_is_written_from_the_right()
    {
        var campaign = await world.CampaignAsync(with: c => c.Translations.Add(("fa", Persian, "پرونده", "او")));
        var page = await world.Visitor().GetAsync($"{world.AddressOf(campaign)}/poster?lang=fa&paper=a3");
        Assert.Equal("rtl", page.Html.DocumentElement.GetAttribute("dir"));
        var title = page.Html.QuerySelector(".paper--a3 h2")!;
        Assert.Equal((Persian, "rtl"), (title.TextContent, title.GetAttribute("dir")));
        Assert.Contains(page.Html.QuerySelectorAll("nav a"), a => a.GetAttribute("href") == $"{world.AddressOf(campaign)}/poster?lang=en&paper=a3");
    }

    [Fact]
    public async Task Without_a_browser_the_page_says_how_to_keep_it_and_a_pdf_leads_there()
    {
        var campaign = await world.CampaignAsync();
        var page = await world.Visitor().GetAsync($"{world.AddressOf(campaign)}/sheet.pdf");
        Assert.Equal($"{world.AddressOf(campaign)}/sheet", page.Address.AbsolutePath);
        Assert.Contains("Save as PDF", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Html.QuerySelectorAll("a[href*='.pdf']"));
    }

    [Theory]
    [InlineData("/poster")]
    [InlineData("/sheet.pdf")]
    public async Task Nobody_collects_names_for_a_closed_petition(string paper)
    {
        var campaign = await world.CampaignAsync(CampaignStatus.Closed);
        var answer = await world.Visitor().RawAsync(world.AddressOf(campaign) + paper);
        Assert.Equal((HttpStatusCode.Found, world.AddressOf(campaign)), (answer.StatusCode, answer.Headers.Location!.OriginalString));
    }

    [Theory]
    [InlineData(CampaignStatus.Draft)]
    [InlineData(CampaignStatus.Suspended)]
    [InlineData(CampaignStatus.Removed)]
    public async Task What_strangers_may_not_read_is_not_on_paper(CampaignStatus status)
    {
        var campaign = await world.CampaignAsync(status);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Visitor().RawAsync(world.AddressOf(campaign) + "/poster")).StatusCode);
    }

    [Fact]
    public async Task The_petition_s_page_offers_them()
    {
        var campaign = await world.CampaignAsync();
        var page = await world.Visitor().GetAsync(world.AddressOf(campaign));
        foreach (var link in page.Html.QuerySelectorAll("details.more a").Select(a => a.GetAttribute("href")!))
        {
            Assert.Equal(HttpStatusCode.OK, (await world.Visitor().RawAsync(link)).StatusCode);
        }
    }

    private async Task<int> LinesAsync(string demand)
    {
        var campaign = await world.CampaignAsync(with: c => c.Demand = demand);
        return (await world.Visitor().GetAsync(world.AddressOf(campaign) + "/sheet")).Html.QuerySelectorAll(".paper__list tbody tr").Length;
    }
}
