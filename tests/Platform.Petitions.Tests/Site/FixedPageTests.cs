using System.Net;
using Platform.Core.Text;
using Platform.Petitions.Site;
using Platform.Petitions.Tests.Moderation;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Platform.Testing.Time;
using Xunit;

namespace Platform.Petitions.Tests.Site;

public sealed class FixedPageTests(StaffWorld world) : IClassFixture<StaffWorld>
{
    [Fact]
    public async Task The_built_in_pages_stand_in_the_footer_in_each_language()
    {
        var organisation = await world.OrganisationAsync();
        foreach (var key in BuiltInPages.Keys)
        {
            foreach (var language in Catalogue.Load().Languages.Select(l => l.Code))
            {
                var page = await world.Visitor().GetAsync($"/about/{key}?lang={language}");
                Assert.Equal((HttpStatusCode.OK, language), (page.Status, page.Html.QuerySelector(".prose")!.GetAttribute("lang")));
                await UntilAsync($"/about/{key}?lang={language}", p => p.Html.QuerySelector($".foot a[href='/about/{key}']") is not null);
            }

            Assert.Equal(HttpStatusCode.OK, (await world.Visitor().GetAsync($"/{organisation.Slug}/about/{key}")).Status);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await world.Visitor().GetAsync("/about/nothing")).Status);
    }

    [Fact]
    public async Task A_page_with_own_words_has_its_own_title_there_and_in_the_footer()
    {
        await SaveAsync("rules", "en", null, ("Title", "House rules"), ("Body", "Be **kind**."));
        var page = await world.Visitor().GetAsync("/about/rules");
        Assert.Equal(("House rules", "kind"), (page.One("h1"), page.One(".prose strong")));
        Assert.StartsWith("House rules", page.One("title"));
        await UntilAsync("/search", p => p.One(".foot a[href='/about/rules']") == "House rules");
        Assert.NotEqual("House rules", (await world.Visitor().GetAsync("/about/rules?lang=fr")).One("h1"));
    }

    [Fact]
    public async Task An_organisations_page_is_its_own_and_nobody_elses()
    {
        var (ours, theirs) = (await world.OrganisationAsync(), await world.OrganisationAsync());
        await SaveAsync("privacy", "en", ours.Slug, ("Title", "Our privacy"), ("Body", "We keep little."));
        Assert.Equal("Our privacy", (await world.Visitor().GetAsync($"/{ours.Slug}/about/privacy")).One("h1"));
        Assert.NotEqual("Our privacy", (await world.Visitor().GetAsync($"/{theirs.Slug}/about/privacy")).One("h1"));
        Assert.NotEqual("Our privacy", (await world.Visitor().GetAsync("/about/privacy")).One("h1"));
        await UntilAsync($"/{ours.Slug}", p => p.One($".foot a[href='/{ours.Slug}/about/privacy']") == "Our privacy");
    }

    [Fact]
    public async Task A_disabled_page_is_not_there_in_any_language_and_leaves_the_footer()
    {
        await SaveAsync("cookies", "en", null, ("Disabled", "true"));
        Assert.Equal(HttpStatusCode.NotFound, (await world.Visitor().GetAsync("/about/cookies")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Visitor().GetAsync("/about/cookies?lang=fa")).Status);
        await UntilAsync("/search", p => p.Html.QuerySelector(".foot a[href='/about/cookies']") is null);
        await SaveAsync("cookies", "en", null, ("Disabled", null));
        Assert.Equal(HttpStatusCode.OK, (await world.Visitor().GetAsync("/about/cookies")).Status);
    }

    [Theory]
    [InlineData("/about/how-it-works")]
    [InlineData("https://example.org/rules?x=1")]
    public async Task A_forwarded_page_leads_elsewhere_for_as_long_as_it_is_forwarded(string target)
    {
        await SaveAsync("accessibility", "en", null, ("ForwardTo", target));
        var answer = await world.Visitor().RawAsync("/about/accessibility");
        Assert.Equal((HttpStatusCode.Found, target), (answer.StatusCode, answer.Headers.Location!.OriginalString));
        await SaveAsync("accessibility", "en", null, ("ForwardTo", ""));
        Assert.Equal(HttpStatusCode.OK, (await world.Visitor().RawAsync("/about/accessibility")).StatusCode);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("//elsewhere.example")]
    [InlineData("nowhere")]
    public async Task A_page_is_forwarded_to_a_web_address_or_within_the_site_only(string target)
    {
        var form = await world.Admin.GetAsync("/admin/pages/counting/en");
        Assert.NotNull((await world.Admin.SubmitAsync(form, "main form", ("ForwardTo", target))).Html.QuerySelector("#ForwardTo-error"));
        Assert.Equal(HttpStatusCode.OK, (await world.Visitor().RawAsync("/about/counting")).StatusCode);
    }

    [Theory]
    [InlineData("/privacy", "/about/privacy")]
    [InlineData("/cookies", "/about/cookies")]
    [InlineData("/accessibility", "/about/accessibility")]
    [InlineData("/terms", "/about/rules")]
    [InlineData("/help", "/about/how-it-works")]
    public async Task Retired_addresses_lead_on_for_good(string retired, string address)
    {
        var answer = await world.Visitor().RawAsync(retired);
        Assert.Equal((HttpStatusCode.MovedPermanently, address), (answer.StatusCode, answer.Headers.Location!.OriginalString));
    }

    [Fact]
    public async Task Own_words_cannot_bring_markup_in()
    {
        await SaveAsync("counting", "en", null, ("Title", "<script>alert(1)</script>"), ("Body", "<img src=x onerror=alert(1)> [here](javascript:alert(1))"));
        var page = await world.Visitor().GetAsync("/about/counting");
        Assert.Null(page.Html.QuerySelector("main script, main img, main [href^=javascript], .foot script"));
        Assert.Equal("<script>alert(1)</script>", page.One("h1"));
    }

    private async Task SaveAsync(string key, string language, string? organisation, params (string, string?)[] fields)
    {
        var form = await world.Admin.GetAsync($"/admin/pages/{key}/{language}{(organisation is null ? "" : "?organisation=" + organisation)}");
        var saved = await world.Admin.SubmitAsync(form, "main form", fields);
        Assert.Equal("/admin/pages", saved.Address.AbsolutePath);
    }

    /// <summary>The footer is some seconds old at most.</summary>
    private Task<Page> UntilAsync(string address, Func<Page, bool> isSo) => Until.SeenAsync(() => world.Visitor().GetAsync(address), isSo, $"{address} shows it", page => page.Text);
}
