using System.Net;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Signatures;
using Platform.Testing.Data;
using Xunit;

namespace Platform.Petitions.Tests.CampaignPage;

public sealed class CampaignPageTests(PublicWorld world) : IClassFixture<PublicWorld>
{
    private const string Hostile = """"><script>alert(1)</script><img src=x onerror=alert(2)>'{{7*7}}"""";

    private const string Pasted =
        """
        May Kenneth 0

        2271 people have signed this petition. Add your name now!
        46%
        Maxine K. signed just now

        We, the undersigned, know him as somebody who came in pursuit of a dignified and just life. He is a self-employed painter with
        “his own” registered business — and pays taxes. 	For his part, he will be on hunger strike as of Tuesday, January 24.

        www.neighbours.example
        https://www.neighbours.example/pages/STOP/306729129372965

        Share for Success
        """;

    [Fact]
    public async Task The_page_shows_title_text_organisation_and_who_is_asked()
    {
        var page = await world.Visitor().GetAsync(world.AddressOf(await world.CampaignAsync()));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("Bring Kavoos home", page.One("h1"));
        Assert.Contains("Jason Kenney, Minister of Immigration, Canada", page.One(".asked")!, StringComparison.Ordinal);
        Assert.Contains("Friends of Kavoos", page.One(".meta")!, StringComparison.Ordinal);
        Assert.Equal("eleven years", page.One(".prose strong"));
        Assert.NotNull(page.Html.QuerySelector("form#sign[action$='/sign']"));
    }

    [Fact]
    public async Task The_percentage_is_rounded_down()
    {
        var campaign = await world.CampaignAsync(with: c => c.Goal = 5000);
        await world.ConfirmedSignersAsync(campaign, 2271);
        var page = await world.Visitor().GetAsync(world.AddressOf(campaign));
        Assert.Equal("2,271", page.One(".count > span"));
        Assert.Contains("45%", page.One(".goal-note")!, StringComparison.Ordinal);
        Assert.Contains("2,271 of 5,000", page.One(".goal-note")!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SignatureState.Pending)]
    [InlineData(SignatureState.Withdrawn)]
    [InlineData(SignatureState.Quarantined)]
    [InlineData(SignatureState.Removed)]
    public async Task Only_confirmed_signatures_change_number_list_and_reasons(SignatureState state)
    {
        var campaign = await world.CampaignAsync();
        await world.ConfirmedSignersAsync(campaign, 3);
        await world.ConfirmedSignersAsync(campaign, 40, new SignerSpec { State = state, Name = "Zebedee Unseen", ShowName = true, Reason = "unheard" });
        var page = await world.Visitor().GetAsync(world.AddressOf(campaign));
        Assert.Equal("3", page.One(".count > span"));
        Assert.DoesNotContain("Zebedee", page.Source, StringComparison.Ordinal);
        Assert.DoesNotContain("unheard", page.Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recent_signers_are_five_shortened_and_only_who_wants_to_be_named()
    {
        var campaign = await world.CampaignAsync();
        await world.ConfirmedSignersAsync(campaign, 5);
        await world.ConfirmedSignersAsync(campaign, 1, new SignerSpec { Name = "Secretia Hidden", Reason = "because" });
        await world.ConfirmedSignersAsync(campaign, 1, new SignerSpec { Name = "Maxine Kowalski", ShowName = true });
        var page = await world.Visitor().GetAsync(world.AddressOf(campaign));
        var lines = page.Html.QuerySelectorAll(".lines > li:not(.lines__next)").Select(l => l.TextContent).ToList();
        Assert.Equal(5, lines.Count);
        Assert.Contains("Maxine K.", lines[0], StringComparison.Ordinal);
        Assert.Contains("Someone in Canada", lines[1], StringComparison.Ordinal);
        Assert.DoesNotContain("Kowalski", page.Source, StringComparison.Ordinal);
        Assert.DoesNotContain("Secretia", page.Source, StringComparison.Ordinal);
        Assert.DoesNotContain("@example.org", page.Source, StringComparison.Ordinal);
        Assert.Contains("because", page.One(".voices")!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_campaign_without_public_names_shows_nobody()
    {
        var campaign = await world.CampaignAsync(with: c => c.PublicNames = false);
        await world.ConfirmedSignersAsync(campaign, 2, new SignerSpec { ShowName = true, Reason = "mine" });
        var page = await world.Visitor().GetAsync(world.AddressOf(campaign));
        Assert.DoesNotContain("Maxine", page.Source, StringComparison.Ordinal);
        Assert.DoesNotContain("in Canada", page.One(".lines")!, StringComparison.Ordinal);
        Assert.Null(page.Html.QuerySelector("input[name=ShowName]"));
    }

    [Fact]
    public async Task Countries_with_fewer_than_ten_signers_are_not_told()
    {
        var campaign = await world.CampaignAsync();
        await world.ConfirmedSignersAsync(campaign, 30);
        await world.ConfirmedSignersAsync(campaign, 9, new SignerSpec { Country = "IR" });
        await world.ConfirmedSignersAsync(campaign, 4, new SignerSpec { Country = "FR" });
        var areas = (await world.Visitor().GetAsync(world.AddressOf(campaign))).Html.QuerySelectorAll(".bars tbody tr").Select(l => l.TextContent).ToList();
        Assert.Equal(2, areas.Count);
        Assert.Contains("Canada", areas[0], StringComparison.Ordinal);
        Assert.Matches("Elsewhere\\s*13", areas[1]);
    }

    [Fact]
    public async Task Hostile_words_are_shown_and_do_not_run()
    {
        var campaign = await world.CampaignAsync(with: c =>
        {
            (c.Title, c.Demand, c.Body) = (Hostile, Hostile, Hostile + "\n\n[x](javascript:alert(3))");
            c.Links.Add(new CampaignLink { Label = Hostile, Url = "https://kavoos.example/" });
            c.Links.Add(new CampaignLink { Label = "bad", Url = "javascript:alert(4)" });
        });
        await world.ConfirmedSignersAsync(campaign, 1, new SignerSpec { Name = Hostile, ShowName = true, Reason = Hostile });
        var page = await world.Visitor().GetAsync(world.AddressOf(campaign));
        Assert.Contains(Hostile, page.One("h1")!, StringComparison.Ordinal);
        Assert.Empty(page.Html.QuerySelectorAll("script:not([src]):not([type='application/ld+json']), [onerror], [href^=javascript]"));
        Assert.Equal("nofollow ugc noopener", page.Html.QuerySelector("a[href='https://kavoos.example/']")!.GetAttribute("rel"));
        Assert.DoesNotContain("javascript:alert(4)", page.Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Empty_parts_are_absent()
    {
        var page = await world.Visitor().GetAsync(world.AddressOf(await world.CampaignAsync()));
        Assert.Empty(page.Html.QuerySelectorAll(".voices, .bars, .timeline, .figure, ul:empty, ol:empty"));
    }

    [Fact]
    public async Task A_page_copied_from_the_web_is_readable_as_text()
    {
        var page = await world.Visitor().GetAsync(world.AddressOf(await world.CampaignAsync(with: c => c.Body = Pasted)));
        Assert.Contains("a dignified and just life", page.One(".prose")!, StringComparison.Ordinal);
        Assert.Equal("nofollow ugc noopener", page.Html.QuerySelector(".prose a[href^='https://']")!.GetAttribute("rel"));
    }
}
