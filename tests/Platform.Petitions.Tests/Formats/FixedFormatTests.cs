using System.Net;
using System.Text.Json;
using Platform.Petitions.Organisations;
using Platform.Petitions.Tests.CampaignPage;
using Xunit;

namespace Platform.Petitions.Tests.Formats;

public sealed class FixedFormatTests(PublicWorld world) : IClassFixture<PublicWorld>
{
    [Theory]
    [InlineData("/api/v1/campaigns", "application/xml", "application/json")]
    [InlineData("/api/v1/campaigns", "text/html, application/xhtml+xml;q=0.9, */*;q=0", "application/json")]
    [InlineData("/api/v1/campaigns.csv", "application/json", "text/csv")]
    [InlineData("/api/v1/organisations", "image/*", "application/json")]
    [InlineData("/feeds/en/new", "application/json", "application/atom+xml")]
    [InlineData("/friends-of-kavoos/feed", "application/rss+xml", "application/atom+xml")]
    public async Task Who_accepts_nothing_of_what_there_is_is_told_what_there_is(string address, string accept, string format)
    {
        using var answer = await AskAsync(address, accept);
        Assert.Equal((HttpStatusCode.NotAcceptable, "application/problem+json", true), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType, answer.Headers.CacheControl!.NoStore));
        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        Assert.Equal(406, problem.GetProperty("status").GetInt32());
        Assert.Contains(format, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/campaigns", "application/json")]
    [InlineData("/api/v1/campaigns", "APPLICATION/JSON; charset=utf-8; q=0.2, text/html")]
    [InlineData("/api/v1/campaigns", "application/*")]
    [InlineData("/api/v1/campaigns", "text/html,application/xhtml+xml,*/*;q=0.8")]
    [InlineData("/api/v1/campaigns", "nothing that can be read")]
    [InlineData("/api/v1/campaigns.csv", "text/csv")]
    [InlineData("/feeds/en/new", "application/atom+xml")]
    [InlineData("/feeds/en/new", "application/rss+xml, text/xml")]
    [InlineData("/friends-of-kavoos/feed", "application/xml")]
    [InlineData("/search", "application/json")]
    public async Task Who_accepts_it_among_others_gets_it(string address, string accept)
    {
        using var answer = await AskAsync(address, accept);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("/api/v1/campaigns.xml?state=open&q=a%20b", "campaigns?state=open&q=a%20b")]
    [InlineData("/api/v1/campaigns.JSON", "campaigns")]
    [InlineData("/api/v1/organisations/friends-of-kavoos.json", "friends-of-kavoos")]
    [InlineData("/feeds/en/new.rss", "new")]
    [InlineData("/friends-of-kavoos/feed.atom", "feed")]
    public async Task An_ending_nobody_knows_leads_to_the_plain_address(string address, string plain)
    {
        // An organisation with nothing to show has no entry.
        await world.CampaignAsync();
        using var answer = await world.Visitor().RawAsync(address);
        Assert.Equal((HttpStatusCode.MovedPermanently, plain), (answer.StatusCode, answer.Headers.Location!.OriginalString));
        Assert.Equal(HttpStatusCode.OK, (await world.Visitor().GetAsync(address)).Status);
    }

    [Fact]
    public async Task On_an_organisation_s_own_host_the_ending_goes_and_the_host_stays()
    {
        var ours = new Organisation("plain-house", "Plain House", "en");
        ours.UseDomain("plain.example");
        await world.InDbAsync(null, async db => db.Add(ours) is not null && await db.SaveChangesAsync() > 0);

        var feed = await world.Visitor("plain.example").GetAsync("/feed.xml");
        Assert.Equal((HttpStatusCode.OK, new Uri("http://plain.example/feed")), (feed.Status, feed.Address));
    }

    [Theory]
    [InlineData("/api/v1/openapi.json", HttpStatusCode.OK)]
    [InlineData("/api/v1/nothing", HttpStatusCode.NotFound)]
    [InlineData("/style.xml", HttpStatusCode.NotFound)]
    [InlineData("/friends-of-kavoos/petition.json", HttpStatusCode.NotFound)]
    public async Task Other_addresses_are_what_they_were(string address, HttpStatusCode status)
    {
        using var answer = await world.Visitor().RawAsync(address);
        Assert.Equal(status, answer.StatusCode);
    }

    private async Task<HttpResponseMessage> AskAsync(string address, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        return await world.Visitor().Http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
