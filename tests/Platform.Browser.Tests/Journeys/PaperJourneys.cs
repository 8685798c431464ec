using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Platform.Browser.Tests.Browsing;
using Platform.Testing.Data;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Platform.Browser.Tests.Journeys;

/// <summary>From a petition's page to paper in the hand.</summary>
public sealed partial class PaperJourneys(Site site)
{
    [Theory]
    [InlineData("poster")]
    [InlineData("sheet")]
    public async Task Somebody_prints_the_petition_on_one_page_without_what_surrounds_it(string kind)
    {
        var stage = await Stage.SetAsync(site, with: c => c.Demand = string.Join(' ', Enumerable.Repeat("Reopen his case and let him stay.", 29)));
        await using var tab = await Tab.OpenAsync(site, Tab.Phone);
        await tab.GoAsync(stage.Path);
        await tab[$"details:has(a[href*='/{kind}']) summary"].ClickAsync();
        await tab.PressAsync($"details a[href*='/{kind}']");
        await tab.Page.EvaluateAsync("() => { window.print = () => { document.body.dataset.printed = 'yes'; }; }");
        await tab["[data-print]"].ClickAsync();
        await Expect(tab["body"]).ToHaveAttributeAsync("data-printed", "yes");

        await tab.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await Expect(tab[".paper"]).ToBeVisibleAsync();
        await Expect(tab[".top"]).ToBeHiddenAsync();
        await Expect(tab["h1"]).ToBeHiddenAsync();
        var printed = Encoding.Latin1.GetString(await tab.Page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true, PrintBackground = true }));
        var page = Assert.Single(Pages().Matches(printed));
        Assert.Equal(595, Math.Round(double.Parse(page.Groups["width"].Value, CultureInfo.InvariantCulture)));
        tab.WasQuiet();
    }

    [Fact]
    public async Task An_organiser_takes_a_code_for_a_flyer()
    {
        var stage = await Stage.SetAsync(site);
        await site.JoinAsync(stage.Organiser, stage.Organisation);
        await using var tab = await Tab.OpenAsync(site, user: stage.Organiser);
        await tab.GoAsync($"/{stage.Organisation.Slug}/desk/campaigns/{stage.Campaign.Id}");
        await tab.PressAsync(".tabs a[href$='/sharing']");
        await tab["#code"].FillAsync("flyer-may");
        await tab.PressAsync("#link .btn");
        await Expect(tab["#address"]).ToHaveValueAsync(new Uri(site.Address, stage.Path).AbsoluteUri + "?from=flyer-may");
        var file = await tab.Page.RunAndWaitForDownloadAsync(() => tab["a[href*='/qr.png']"].ClickAsync());
        Assert.True(new FileInfo(await file.PathAsync()).Length > 500, "The picture is empty.");
    }

    [GeneratedRegex(@"/MediaBox\s*\[\s*0 0 (?<width>[\d.]+) (?<height>[\d.]+)\s*\]")]
    private static partial Regex Pages();
}
