using Platform.Browser.Tests.Browsing;
using Platform.Browser.Tests.Pages;
using Platform.Testing.Data;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Platform.Browser.Tests.Journeys;

/// <summary>A petition that only some people may sign.</summary>
public sealed class EligibilityJourneys(Site site)
{
    [Theory]
    [InlineData("en")]
    [InlineData("fa")]
    public async Task Who_overlooks_the_statement_is_stopped_kindly_and_signs_after_all(string language)
    {
        var stage = await Stage.SetAsync(site, with: c => c.Eligibility = "I live in Toronto");
        await using var tab = await Soundness.OpenAsync(site);
        await tab.GoAsync($"{stage.Path}/sign?lang={language}");
        await Soundness.CheckAsync(tab, language);
        await tab["#Name"].FillAsync("Maxine Kowalski");
        await tab["#Email"].FillAsync($"{language}-{stage.Campaign.Slug}@mail.example");
        await tab.PressAsync("#sign .btn--wide");

        await Expect(tab["blockquote"]).ToHaveTextAsync("I live in Toronto");
        await Soundness.CheckAsync(tab, language);
        await tab.PressAsync("#stop .btn");
        await Expect(tab["#Name"]).ToHaveValueAsync("Maxine Kowalski");
        await tab["#Eligible"].CheckAsync();
        await tab.PressAsync("#sign .btn--wide");
        Assert.EndsWith("/check", tab.Path, StringComparison.Ordinal);
        tab.WasQuiet();
    }
}
