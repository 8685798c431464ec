using NetVips;
using Platform.Browser.Tests.Browsing;
using Platform.Browser.Tests.Pages;
using Platform.Petitions.Campaigns;
using Platform.Testing.Data;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Platform.Browser.Tests.Journeys;

/// <summary>A picture and the point of it that matters, chosen with a finger, with keys, and without scripts.</summary>
public sealed class PictureJourneys(Site site)
{
    [Theory]
    [InlineData("en")]
    [InlineData("fa")]
    public async Task A_press_on_the_picture_chooses_the_point_and_the_cuts_follow(string language)
    {
        var stage = await Stage.SetAsync(site, CampaignStatus.Draft);
        await site.JoinAsync(stage.Organiser, stage.Organisation);
        await using var tab = await Soundness.OpenAsync(site, stage.Organiser);
        await UploadAsync(tab, stage);

        await tab.GoAsync($"{Step(stage)}?lang={language}");
        await tab.Page.WaitForFunctionAsync("() => document.querySelector('[data-focus-board] img').complete");
        var board = (await tab["[data-focus-board]"].BoundingBoxAsync())!;
        await tab.Page.RunAndWaitForResponseAsync(
            () => tab["[data-focus-board]"].ClickAsync(new() { Position = new() { X = board.Width / 4, Y = board.Height / 2 } }),
            answer => answer.Url.EndsWith("/autosave", StringComparison.Ordinal) && answer.Request.PostData?.Contains("FocusX=25", StringComparison.Ordinal) == true);
        await Expect(tab["#FocusX"]).ToHaveValueAsync("25");
        await Expect(tab["#FocusY"]).ToHaveValueAsync("50");
        await Expect(tab[".focus__mark circle"]).ToHaveAttributeAsync("cx", "25%");
        await Expect(tab[".focus__list img"]).ToHaveCSSAsync("object-position", "25% 50%");

        // The same with keys alone.
        await tab["#FocusX"].FocusAsync();
        await tab.Page.Keyboard.PressAsync("ArrowUp");
        await Expect(tab[".focus__card img"]).ToHaveCSSAsync("object-position", "30% 50%");
        await Soundness.CheckAsync(tab, language);
    }

    [Fact]
    public async Task Without_scripts_two_numbers_choose_the_point()
    {
        var stage = await Stage.SetAsync(site, CampaignStatus.Draft);
        await site.JoinAsync(stage.Organiser, stage.Organisation);
        await using var tab = await Tab.OpenAsync(site, Tab.Phone, scripts: false, user: stage.Organiser);
        await UploadAsync(tab, stage);

        await tab.GoAsync(Step(stage));
        await tab["#FocusX"].FillAsync("90");
        await tab.PressAsync("noscript button");
        await Expect(tab["#FocusY"]).ToHaveValueAsync("50");
        await Expect(tab[".focus__list img"]).ToHaveCSSAsync("object-position", "90% 50%");
        tab.WasQuiet();
    }

    [Fact]
    public async Task The_picture_of_a_campaign_is_fetched_first_in_a_light_format_and_that_of_a_list_when_it_is_near()
    {
        await using var tab = await Tab.OpenAsync(site);
        await tab.GoAsync("/friends-of-kavoos/let-kavoos-stay");
        await tab.Page.WaitForFunctionAsync("() => document.querySelector('.story .figure img').complete");
        Assert.EndsWith(".avif", await tab.Page.EvaluateAsync<string>("() => document.querySelector('.story .figure img').currentSrc"), StringComparison.Ordinal);
        await Expect(tab[".story .figure img"]).ToHaveAttributeAsync("fetchpriority", "high");
        Assert.True(await tab.Page.EvaluateAsync<int>("() => document.querySelector('.story .figure img').naturalWidth") > 0);

        await tab.GoAsync("/friends-of-kavoos");
        await Expect(tab[".petition .shot img"].First).ToHaveAttributeAsync("loading", "lazy");
        tab.WasQuiet();
    }

    private static string Step(Stage stage) => $"/{stage.Organisation.Slug}/desk/campaigns/{stage.Campaign.Id}/edit/picture";

    private static async Task UploadAsync(Tab tab, Stage stage)
    {
        using var black = Image.Black(900, 600);
        using var blue = black.NewFromImage([40, 90, 180]);
        using var picture = blue.Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb);
        await tab.GoAsync(Step(stage));
        await tab["#Picture"].SetInputFilesAsync(new Microsoft.Playwright.FilePayload { Name = "blue.png", MimeType = "image/png", Buffer = picture.PngsaveBuffer() });
        await tab["#Alt"].FillAsync("A blue wall");
        await tab.PressAsync("#step [value=next]");
    }
}
