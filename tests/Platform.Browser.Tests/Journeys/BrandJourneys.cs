using Microsoft.Playwright;
using Platform.Browser.Tests.Browsing;
using Platform.Browser.Tests.Pages;
using Platform.Petitions.Branding;
using Platform.Testing.Data;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Platform.Browser.Tests.Journeys;

/// <summary>An organisation's own look: chosen at the desk, sound wherever it shows.</summary>
public sealed class BrandJourneys(Site site)
{
    private const string Pale = "#fff3b0";

    [Fact]
    public async Task A_very_bad_colour_is_seen_corrected_while_it_is_chosen_and_every_page_with_it_is_sound()
    {
        var stage = await Stage.SetAsync(site, with: spec => spec.Title = "Keep the ferry running all year");
        await site.ConfirmedSignersAsync(stage.Campaign, 12);
        await site.JoinAsync(stage.Organiser, stage.Organisation);
        var made = AccentColours.Of(Rgb.Parse(Pale)!.Value);
        await using (var desk = await Soundness.OpenAsync(site, stage.Organiser))
        {
            await desk.GoAsync($"/{stage.Organisation.Slug}/desk/look");
            await desk["#Accent"].FillAsync(Pale);
            await Expect(desk["[data-changed=light]"]).ToBeVisibleAsync();
            await Expect(desk[".look--light .btn"]).ToHaveCSSAsync("background-color", Css(made.Light));
            await Expect(desk[".look--dark .btn"]).ToHaveCSSAsync("background-color", Css(made.Dark));
            await desk.PressAsync("#look > .btn");
            await Expect(desk[".look--light .btn"]).ToHaveCSSAsync("background-color", Css(made.Light));
            await Soundness.CheckAsync(desk);
        }

        await using var reader = await Soundness.OpenAsync(site);
        foreach (var language in new[] { "en", "fa" })
        {
            foreach (var page in new[] { $"/{stage.Organisation.Slug}", stage.Path, stage.Path + "/sign", stage.Path + "/signers", stage.Path + "/embed" })
            {
                await reader.GoAsync($"{page}?lang={language}");
                await Soundness.CheckAsync(reader, language);
            }

            await reader.GoAsync($"{stage.Path}?lang={language}");
            await Expect(reader[".bar .btn"]).ToHaveCSSAsync("background-color", Css(made.Light));
            await reader.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
            await Expect(reader[".bar .btn"]).ToHaveCSSAsync("background-color", Css(made.Dark));
            await reader.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
        }
    }

    private static string Css(Rgb colour) => $"rgb({colour.Red}, {colour.Green}, {colour.Blue})";
}
