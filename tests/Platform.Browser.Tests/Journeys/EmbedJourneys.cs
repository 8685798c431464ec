using Platform.Browser.Tests.Browsing;
using Platform.Testing.Data;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Platform.Browser.Tests.Journeys;

/// <summary>A petition on a newspaper's page: another origin, with the line of HTML that the petition's own page offers.</summary>
public sealed class EmbedJourneys(Site site)
{
    [Fact]
    public async Task Somebody_signs_on_another_site_and_confirms_in_a_window_of_their_own()
    {
        var stage = await SetAsync();
        await using var tab = await Tab.OpenAsync(site, Tab.Phone);
        await tab.GoAsync(stage.Path);
        var line = await tab[".share ~ details textarea"].InputValueAsync();

        await using var newspaper = await Newspaper.PrintAsync(line);
        await tab.Page.GotoAsync(newspaper.Address.ToString());
        var frame = tab.Page.FrameLocator("iframe[data-undersigned]");
        await Expect(frame.Locator("h1")).ToHaveTextAsync(stage.Campaign.Title);

        // As high as what is in it, no more and no less.
        await Expect(tab["iframe"]).ToHaveAttributeAsync("style", new System.Text.RegularExpressions.Regex("height: [0-9]+px"));
        Assert.Equal(
            await frame.Locator("main").EvaluateAsync<double>("main => Math.ceil(main.getBoundingClientRect().bottom + scrollY)"),
            (await tab["iframe"].BoundingBoxAsync())!.Height, 2.0);

        await frame.Locator("#Name").FillAsync("Maxine Kowalski");
        await frame.Locator("#Email").FillAsync("maxine@embed.example");
        var check = await tab.Page.RunAndWaitForPopupAsync(() => frame.Locator("#sign .btn--wide").ClickAsync());
        await Expect(check.Locator(".address")).ToHaveTextAsync("maxine@embed.example");
        Assert.Equal(newspaper.Address.ToString(), tab.Page.Url);

        await tab.FollowAsync(await site.Mail.WaitAsync("maxine@embed.example"), "/confirm/");
        await tab.PressAsync("main form .btn");
        await Expect(tab["h1"]).ToContainTextAsync("1");
        Assert.Equal("embed", await site.InDbAsync(stage.Organisation.Id, db => Task.FromResult(db.Signatures.Single(s => s.CampaignId == stage.Campaign.Id).Source)));
    }

    [Fact]
    public async Task No_other_page_of_ours_can_be_put_into_a_frame()
    {
        var stage = await SetAsync();
        await using var tab = await Tab.OpenAsync(site);
        await using var newspaper = await Newspaper.PrintAsync($"<iframe src=\"{new Uri(site.Address, stage.Path)}\"></iframe>");
        await tab.Page.GotoAsync(newspaper.Address.ToString());
        await Expect(tab.Page.FrameLocator("iframe").Locator("main")).ToHaveCountAsync(0);
        Assert.Contains(tab.Page.Frames, f => f.Url.StartsWith("chrome-error:", StringComparison.Ordinal));
    }

    private Task<Stage> SetAsync() => Stage.SetAsync(site);
}
