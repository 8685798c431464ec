using System.Net;
using System.Net.Http.Headers;
using Platform.Testing.Data;
using Xunit;

namespace Platform.Petitions.Tests.CampaignPage;

public sealed class PageCachingTests(PublicWorld world) : IClassFixture<PublicWorld>
{
    [Theory]
    [InlineData("")]
    [InlineData("?lang=fa")]
    public async Task The_page_sets_no_cookie_carries_no_token_and_may_be_kept(string query)
    {
        var response = await world.Visitor().RawAsync(world.AddressOf(await world.CampaignAsync()) + query);
        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.True(response.Headers.CacheControl!.Public);
        Assert.DoesNotContain("stale-while-revalidate", response.Headers.CacheControl.ToString(), StringComparison.Ordinal);
        Assert.Contains("stale-if-error", response.Headers.CacheControl.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("__RequestVerificationToken", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_who_has_the_page_is_told_so()
    {
        var campaign = await world.CampaignAsync();
        var visitor = world.Visitor();
        var address = world.AddressOf(campaign) + "/count.json";
        var first = await visitor.RawAsync(address);
        Assert.Equal(HttpStatusCode.NotModified, (await AgainAsync()).StatusCode);
        await world.ConfirmedSignersAsync(campaign, 1);
        Assert.Equal(HttpStatusCode.OK, (await AgainAsync()).StatusCode);

        async Task<HttpResponseMessage> AgainAsync()
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
            return await visitor.Http.SendAsync(request, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task The_page_is_sent_compressed_to_who_takes_it()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, world.AddressOf(await world.CampaignAsync()));
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
        var response = await world.Visitor().Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(["br"], response.Content.Headers.ContentEncoding);
        Assert.InRange(response.Content.Headers.ContentLength!.Value, 1, 20_000);
        Assert.Contains("Accept-Encoding", response.Headers.Vary);
    }

    [Fact]
    public async Task Head_answers_like_get_without_a_body()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, world.AddressOf(await world.CampaignAsync()));
        var response = await world.Visitor().Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.NotNull(response.Headers.ETag);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_count_is_a_small_answer_for_every_site()
    {
        var campaign = await world.CampaignAsync();
        await world.ConfirmedSignersAsync(campaign, 45);
        var response = await world.Visitor().RawAsync(world.AddressOf(campaign) + "/count.json");
        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("*", response.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Equal("""{"count":45,"goal":100,"percent":45,"open":true}""", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_organisations_own_host_has_the_same_page_with_its_own_links()
    {
        var campaign = await world.CampaignAsync();
        var page = await world.Visitor($"{world.Organisation.Slug}.petitions.example").GetAsync("/" + campaign.Slug);
        Assert.Equal($"/{campaign.Slug}/sign", page.Html.QuerySelector("#sign")!.GetAttribute("action"));
        var elsewhere = await world.Visitor().GetAsync(world.AddressOf(campaign));
        Assert.Equal(world.AddressOf(campaign) + "/sign", elsewhere.Html.QuerySelector("#sign")!.GetAttribute("action"));
    }
}
