using System.Net;
using Platform.Petitions.Tests.CampaignPage;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.Privacy;

/// <summary>There is no measurement that anybody could agree to, so there is no question about cookies and none but what a journey needs.</summary>
public sealed class CookieTests(PublicWorld world) : IClassFixture<PublicWorld>
{
    [Fact]
    public async Task Reading_sets_no_cookie_and_asks_for_none()
    {
        var campaign = await world.CampaignAsync();
        foreach (var address in new[] { "/", "/search", "/search?q=home", world.AddressOf(campaign), "/" + world.Organisation.Slug, "/about/cookies", "/contact", world.AddressOf(campaign) + "/report", world.AddressOf(campaign) + "/history" })
        {
            var page = await world.Visitor().GetAsync(address);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.False(page.Response.Headers.Contains("Set-Cookie"), address);
            Assert.Null(page.Html.QuerySelector("dialog, [role=dialog], [class*=consent], script[src^=http], iframe"));
        }
    }

    [Fact]
    public async Task Signing_sets_one_cookie_that_ends_with_the_browser_and_no_script_reads()
    {
        var campaign = await world.CampaignAsync();
        var visitor = world.Visitor();
        var form = await visitor.GetAsync(world.AddressOf(campaign) + "/sign");
        var fields = form.Html.QuerySelectorAll("#sign input[type=hidden]").Select(i => new KeyValuePair<string, string>(i.GetAttribute("name")!, i.GetAttribute("value") ?? ""));
        using var request = new HttpRequestMessage(HttpMethod.Post, form.Address)
        {
            Content = new FormUrlEncodedContent([.. fields, new("Name", "Maxine Kowalski"), new("Email", "maxine@cookie.example"), new("Country", "CA")]),
        };
        var answer = await visitor.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("maxine", cookie, StringComparison.OrdinalIgnoreCase);
    }
}
