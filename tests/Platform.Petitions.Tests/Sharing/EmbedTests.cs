using System.Net;
using System.Text.Json;
using Platform.Core.Access;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Organisations;
using Platform.Petitions.Tests.CampaignPage;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.Sharing;

public sealed class EmbedTests(PublicWorld world) : IClassFixture<PublicWorld>
{
    [Fact]
    public async Task Any_site_may_frame_the_signing_card_and_nothing_else_until_its_organisation_names_some()
    {
        var ours = new Organisation("embedded-house", "Embedded House", "en");
        await world.InDbAsync(null, async db => db.Add(ours) is not null && await db.SaveChangesAsync() > 0);
        var campaign = await world.CampaignAsync(ours, world.Author);
        var embed = $"/embedded-house/{campaign.Slug}/embed";
        Assert.Equal("https: http:", await FramersAsync(embed));
        Assert.Equal("'none'", await FramersAsync($"/embedded-house/{campaign.Slug}"));

        var (owner, _) = await world.MemberAsync(ours, MemberRole.Owner);
        var settings = await owner.GetAsync("/embedded-house/desk/settings");
        var refused = await owner.SubmitAsync(settings, "#settings", ("EmbedHosts", "news.example\nhttps://'unsafe-inline'"));
        Assert.Contains("'unsafe-inline'", refused.Html.QuerySelector("#EmbedHosts-error")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("news.example", refused.Html.QuerySelector("#EmbedHosts")!.TextContent, StringComparison.Ordinal);
        await owner.SubmitAsync(refused, "#settings", ("EmbedHosts", "https://News.example/a\n*.union.example"));

        Assert.Equal("news.example *.union.example", await FramersAsync(embed));
    }

    [Fact]
    public async Task The_card_is_the_same_for_everybody_without_a_cookie_and_signs_in_a_window_of_its_own()
    {
        var campaign = await world.CampaignAsync();
        var page = await world.Visitor().GetAsync($"{world.AddressOf(campaign)}/embed?theme=dark");
        Assert.False(page.Response.Headers.Contains("Set-Cookie"));
        Assert.True(page.Response.Headers.CacheControl!.Public);
        Assert.Equal("dark", page.Html.DocumentElement.GetAttribute("data-theme"));
        var form = page.Html.QuerySelector("#sign")!;
        Assert.Equal(("_blank", world.AddressOf(campaign) + "/sign", "embed"), (form.GetAttribute("target"), form.GetAttribute("action"), form.QuerySelector("input[name=From]")!.GetAttribute("value")));
        Assert.All(page.Html.QuerySelectorAll("main a:not(form a)"), a => Assert.Equal("_blank", a.GetAttribute("target")));
    }

    [Fact]
    public async Task A_counter_has_no_form_and_leads_to_it()
    {
        var campaign = await world.CampaignAsync();
        var page = await world.Visitor().GetAsync($"{world.AddressOf(campaign)}/embed?show=counter&theme=pink");
        Assert.Null(page.Html.QuerySelector("form"));
        Assert.Equal($"http://localhost{world.AddressOf(campaign)}?from=embed#sign", page.Html.QuerySelector("a.btn")!.GetAttribute("href"));
        Assert.Equal("auto", page.Html.DocumentElement.GetAttribute("data-theme"));
    }

    [Theory]
    [InlineData(CampaignStatus.Draft)]
    [InlineData(CampaignStatus.Removed)]
    public async Task What_strangers_may_not_read_is_not_framed(CampaignStatus status)
    {
        var campaign = await world.CampaignAsync(status);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Visitor().RawAsync(world.AddressOf(campaign) + "/embed")).StatusCode);
    }

    [Fact]
    public async Task A_pasted_link_unfolds_by_the_address_the_page_itself_names()
    {
        var campaign = await world.CampaignAsync(with: c => c.Title = "Save <the> \"Square\"");
        var page = await world.Visitor().GetAsync(world.AddressOf(campaign));
        var described = page.Html.QuerySelector("link[type='application/json+oembed']")!.GetAttribute("href")!;
        var answer = await world.Visitor().RawAsync(described + "&maxwidth=300&format=json");

        Assert.Equal("*", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
        var rich = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        Assert.Equal(("1.0", "rich", "Save <the> \"Square\"", 300), (rich.GetProperty("version").GetString(), rich.GetProperty("type").GetString(), rich.GetProperty("title").GetString(), rich.GetProperty("width").GetInt32()));
        var frame = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(rich.GetProperty("html").GetString()!).QuerySelector("iframe")!;
        Assert.Equal(HttpStatusCode.OK, (await world.Visitor().RawAsync(frame.GetAttribute("src")!)).StatusCode);
        Assert.Equal("image/jpeg", (await world.Visitor().RawAsync(rich.GetProperty("thumbnail_url").GetString()!)).Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?url=nonsense")]
    [InlineData("?url=http%3A%2F%2Flocalhost%2Fsearch")]
    [InlineData("?url=http%3A%2F%2Fnobody.example%2Ffriends-of-kavoos%2Fx")]
    [InlineData("?url=http%3A%2F%2Flocalhost%2Ffriends-of-kavoos%2Fnothing-here")]
    public async Task Other_links_are_not_ours_to_unfold(string query) =>
        Assert.Equal(HttpStatusCode.NotFound, (await world.Visitor().RawAsync("/oembed" + query)).StatusCode);

    [Fact]
    public async Task A_format_we_do_not_speak_is_told_so() =>
        Assert.Equal(HttpStatusCode.NotImplemented, (await world.Visitor().RawAsync("/oembed?format=xml")).StatusCode);

    [Theory]
    [InlineData("example.org", "example.org")]
    [InlineData(" HTTPS://Example.org:8443/news ", "example.org:8443")]
    [InlineData("*.example.org", "*.example.org")]
    [InlineData("*", null)]
    [InlineData("a; script-src *", null)]
    [InlineData("'none'", null)]
    [InlineData("", null)]
    public void A_host_is_a_host_and_nothing_more(string typed, string? host) => Assert.Equal(host, EmbedHost.Parse(typed));

    private async Task<string> FramersAsync(string address)
    {
        var policy = (await world.Visitor().RawAsync(address)).Headers.GetValues("Content-Security-Policy").Single();
        return policy.Split(';').Single(part => part.Trim().StartsWith("frame-ancestors", StringComparison.Ordinal)).Trim()["frame-ancestors ".Length..];
    }
}
