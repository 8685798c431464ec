using System.Net;
using System.Text.Json;
using Platform.Petitions.Tests.CampaignPage;
using Xunit;

namespace Platform.Petitions.Tests.Api;

public sealed class ApiDoorTests(PublicWorld world) : IClassFixture<PublicWorld>
{
    [Fact]
    public async Task Other_sites_pages_may_read_every_answer_and_no_cookie_is_set()
    {
        var campaign = await world.CampaignAsync();
        foreach (var address in (string[])[$"/api/v1/campaigns/{campaign.Id}", "/api/v1/campaigns?locale=fr&lang=fr", "/api/v1/nothing", "/api/v1/campaigns?limit=x", "/api/v1/openapi.json"])
        {
            using var response = await world.Visitor().RawAsync(address);
            Assert.Equal("*", response.Headers.GetValues("Access-Control-Allow-Origin").Single());
            Assert.False(response.Headers.Contains("Set-Cookie"), address);
        }

        using var ask = new HttpRequestMessage(HttpMethod.Options, "/api/v1/campaigns");
        ask.Headers.Add("Origin", "https://news.example");
        ask.Headers.Add("Access-Control-Request-Method", "GET");
        using var allowed = await world.Visitor().Http.SendAsync(ask);
        Assert.Equal(HttpStatusCode.NoContent, allowed.StatusCode);
        Assert.Contains("GET", allowed.Headers.GetValues("Access-Control-Allow-Methods").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "/api/v1/nothing", 404)]
    [InlineData("GET", "/api/v1/campaigns/not-an-id", 404)]
    [InlineData("DELETE", "/api/v1/campaigns.csv", 405)]
    [InlineData("GET", "/api/v1/campaigns?limit=1000", 400)]
    [InlineData("GET", "/api/v1/organisations/nobody", 404)]
    public async Task Every_error_is_a_problem_s_details(string method, string address, int status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        using var response = await world.Visitor().Http.SendAsync(request);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(status, JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task Who_has_an_answer_already_is_told_so()
    {
        var campaign = await world.CampaignAsync();
        foreach (var address in (string[])["/api/v1/campaigns", $"/api/v1/campaigns/{campaign.Id}", $"/api/v1/campaigns/{campaign.Id}/count", "/api/v1/organisations"])
        {
            using var first = await world.Visitor().RawAsync(address);
            using var again = new HttpRequestMessage(HttpMethod.Get, address);
            again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
            using var second = await world.Visitor().Http.SendAsync(again);
            Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        }
    }
}
