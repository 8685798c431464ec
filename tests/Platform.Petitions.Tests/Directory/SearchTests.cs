using System.Net;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Tests.CampaignPage;
using Platform.Testing.Data;
using Xunit;

namespace Platform.Petitions.Tests.Directory;

public sealed class SearchTests(PublicWorld world) : IClassFixture<PublicWorld>
{
    [Fact]
    public async Task All_words_must_match_in_any_field_whatever_case_and_accents()
    {
        await world.CampaignAsync(with: c => (c.Title, c.Demand, c.Body) = ("Élargir la piste zinnia", "Maintenant.", "Pour les **cyclistes**."));
        foreach (var words in new[] { "zinnia", "ELARGIR zinnia", "élargir", "zinnia cyclistes maintenant", "kavoos zinnia" })
        {
            var page = await world.Visitor().GetAsync("/search?q=" + Uri.EscapeDataString(words));
            Assert.Contains("Élargir la piste zinnia", page.One(".petitions") ?? "", StringComparison.Ordinal);
            Assert.Equal(words, page.Html.QuerySelector("#q")!.GetAttribute("value"));
        }

        Assert.Null((await world.Visitor().GetAsync("/search?q=zinnia+tulip")).Html.QuerySelector(".petition"));
    }

    [Fact]
    public async Task Persian_is_found_with_arabic_letters_and_without_half_spaces()
    {
        await world.CampaignAsync(with: c => (c.Language, c.Title) = ("fa", "کارزار می‌خواهیم یاس"));
        Assert.NotNull((await world.Visitor().GetAsync("/search?q=" + Uri.EscapeDataString("كارزار ياس"))).Html.QuerySelector(".petition"));
        Assert.NotNull((await world.Visitor().GetAsync("/search?q=" + Uri.EscapeDataString("می خواهیم"))).Html.QuerySelector(".petition"));
    }

    [Fact]
    public async Task The_heading_counts_the_rows_of_all_pages_and_pages_hold_25_without_overlap()
    {
        for (var i = 0; i < 27; i++)
        {
            await world.CampaignAsync(with: c => c.Title = $"Marigold {i}");
        }

        var seen = new List<string>();
        foreach (var (number, rows) in new[] { (1, 25), (2, 2) })
        {
            var page = await world.Visitor().GetAsync($"/search?q=marigold&sort=signed&page={number}");
            Assert.StartsWith("27 petitions", page.One("h1")!, StringComparison.Ordinal);
            var titles = page.Html.QuerySelectorAll(".petition h3").Select(h => h.TextContent).ToList();
            Assert.Equal(rows, titles.Count);
            Assert.Contains("Sorted by number of confirmed signatures", page.Text, StringComparison.Ordinal);
            seen.AddRange(titles);
        }

        Assert.Equal(27, seen.Distinct().Count());
        Assert.Equal(HttpStatusCode.NotFound, (await world.Visitor().GetAsync("/search?q=marigold&page=3")).Status);
    }

    [Fact]
    public async Task A_facets_number_is_the_length_of_the_list_it_leads_to()
    {
        await world.CampaignAsync(with: c => (c.Title, c.Country, c.Topic) = ("Gardenia one", "CA", "health"));
        await world.CampaignAsync(with: c => (c.Title, c.Country, c.Topic) = ("Gardenia two", "FR", "health"));
        await world.CampaignAsync(CampaignStatus.Closed, c => (c.Title, c.Country, c.Topic) = ("Gardenia three", "FR", "work"));
        var visitor = world.Visitor();
        var facets = (await visitor.GetAsync("/search?q=gardenia")).Html.QuerySelectorAll(".facets li");
        Assert.Equal(6, facets.Length);
        foreach (var facet in facets)
        {
            var list = await visitor.GetAsync(facet.QuerySelector("a")!.GetAttribute("href")!);
            Assert.Equal(facet.QuerySelector("span")!.TextContent, list.Html.QuerySelectorAll(".petition").Length.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public async Task A_reference_number_opens_the_petition_in_any_digits()
    {
        var campaign = await world.CampaignAsync();
        var number = campaign.Reference.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var persian = string.Concat(number.Select(d => (char)('۰' + (d - '0'))));
        foreach (var typed in new[] { number, "no. " + number, "#" + number, persian })
        {
            var response = await world.Visitor().RawAsync("/search?q=" + Uri.EscapeDataString(typed));
            Assert.Equal((HttpStatusCode.Found, world.AddressOf(campaign)), (response.StatusCode, response.Headers.Location!.ToString()));
        }

        var unknown = await world.Visitor().GetAsync("/search?q=987654");
        Assert.Contains("no public petition with the number 987654", unknown.One(".notice")!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("%' or 1=1 --")]
    [InlineData("\\u0000 ' \" ()[]*")]
    public async Task Hostile_questions_are_echoed_and_do_nothing(string words)
    {
        var page = await world.Visitor().GetAsync("/search?q=" + Uri.EscapeDataString(words));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(words, page.Html.QuerySelector("#q")!.GetAttribute("value"));
        Assert.Empty(page.Html.QuerySelectorAll("script:not([src])"));
    }

    [Theory]
    [InlineData("/search?page=-4&sort=nonsense&state=%3Cx%3E&topic='&country=zzzzzz&language=%22")]
    [InlineData("/search?page=abc")]
    [InlineData("/search?q=a&q=b&sort=closing")]
    public async Task Nonsense_in_the_address_is_no_error(string address) =>
        Assert.InRange((int)(await world.Visitor().GetAsync(address)).Status, 200, 404);
}
