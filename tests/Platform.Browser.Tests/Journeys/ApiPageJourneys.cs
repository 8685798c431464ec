using System.Text.Json;
using Platform.Browser.Tests.Browsing;
using Platform.Browser.Tests.Pages;
using Platform.Testing.Data;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Platform.Browser.Tests.Journeys;

/// <summary>The page on which the API can be tried.</summary>
public sealed class ApiPageJourneys(Site site)
{
    [Theory]
    [InlineData("en")]
    [InlineData("fa")]
    public async Task Somebody_asks_for_one_petition_and_sees_the_answer(string language)
    {
        var stage = await Stage.SetAsync(site);
        await site.ConfirmedSignersAsync(stage.Campaign, 12);
        await using var tab = await Soundness.OpenAsync(site);
        await tab.GoAsync($"/api?lang={language}");
        await Soundness.CheckAsync(tab, language);

        var answer = tab["#getCount [data-api-answer] pre"];
        await tab["#getCount summary"].ClickAsync();
        await tab["#getCount-id"].FillAsync(stage.Campaign.Id.ToString());
        await tab["#getCount .btn"].ClickAsync();
        await Expect(answer).ToContainTextAsync($"GET /api/v1/campaigns/{stage.Campaign.Id}/count");
        var parts = (await answer.InnerTextAsync()).Split("\n\n", 3);
        Assert.StartsWith("200 application/json", parts[1], StringComparison.Ordinal);
        Assert.Equal(12, JsonDocument.Parse(parts[2]).RootElement.GetProperty("count").GetInt64());
        await Soundness.CheckAsync(tab, language);

        await tab["#getCount-id"].FillAsync(Guid.Empty.ToString());
        await tab.Page.RunAndWaitForResponseAsync(() => tab["#getCount .btn"].ClickAsync(), response => response.Status == 404);
        await Expect(answer).ToContainTextAsync("404 application/problem+json");
    }

    [Fact]
    public async Task A_list_is_asked_with_what_was_typed_and_without_what_was_left_empty()
    {
        await using var tab = await Tab.OpenAsync(site);
        await tab.GoAsync("/api");
        await tab["#listCampaigns summary"].ClickAsync();
        await tab["#listCampaigns-limit"].FillAsync("2");
        var asked = await tab.Page.RunAndWaitForRequestAsync(() => tab["#listCampaigns .btn"].ClickAsync(), request => request.Url.Contains("/api/v1/campaigns", StringComparison.Ordinal));
        Assert.Equal("/api/v1/campaigns?limit=2", new Uri(asked.Url).PathAndQuery);
        await Expect(tab["#listCampaigns pre"]).ToContainTextAsync("200 application/json");
        tab.WasQuiet();
    }

    [Fact]
    public async Task Without_scripts_a_list_opens_as_it_is()
    {
        await using var tab = await Tab.OpenAsync(site, scripts: false);
        await tab.GoAsync("/api");
        await tab["#listCampaigns summary"].ClickAsync();
        await tab["#listCampaigns .btn"].ClickAsync();
        await Expect(tab["body"]).ToContainTextAsync("\"items\"");
        Assert.Equal("/api/v1/campaigns", tab.Path);
    }
}
