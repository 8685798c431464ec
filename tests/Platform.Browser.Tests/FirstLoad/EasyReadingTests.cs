using Microsoft.Playwright;
using Platform.Browser.Tests.Browsing;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Platform.Browser.Tests.FirstLoad;

/// <summary>The campaign page for people who zoom, who want nothing to move, who choose their own colours, who have no mouse.</summary>
public sealed class EasyReadingTests(Site site)
{
    private const string Campaign = "/friends-of-kavoos/let-kavoos-stay?lang=en";

    [Fact]
    public async Task At_200_percent_nothing_is_cut_off_and_the_form_can_be_filled()
    {
        // Zooming a window of 1280 to 200 % leaves 640 of the page's pixels.
        await using var tab = await Tab.OpenAsync(site, 640);
        await tab.GoAsync(Campaign);
        Assert.True(await tab.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        await tab["a[href='#sign'] >> visible=true"].First.ClickAsync();
        await Expect(tab["#Name"]).ToBeInViewportAsync();
        await Expect(tab["#Email"]).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Nothing_moves_for_those_who_asked_for_it_and_briefly_for_the_others()
    {
        const string Longest = """
            Math.max(...[...document.querySelectorAll("*")].flatMap(e => { const s = getComputedStyle(e);
              return [...s.transitionDuration.split(","), ...s.animationDuration.split(",")].map(parseFloat); })) * 1000
            """;
        await using var tab = await Tab.OpenAsync(site);
        await tab.GoAsync(Campaign);
        Assert.Equal(0, await tab.Page.EvaluateAsync<double>(Longest));
        await tab.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ReducedMotion = ReducedMotion.NoPreference });
        Assert.InRange(await tab.Page.EvaluateAsync<double>(Longest), 1, 200);
    }

    [Fact]
    public async Task With_forced_colours_buttons_fields_and_progress_keep_their_edges()
    {
        await using var tab = await Tab.OpenAsync(site);
        await tab.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ForcedColors = ForcedColors.Active });
        await tab.GoAsync(Campaign);
        foreach (var selector in new[] { "#sign .btn--wide", "#Name", "#Country", ".sign" })
        {
            Assert.NotEqual("0px", await tab[selector].First.EvaluateAsync<string>("e => getComputedStyle(e).borderTopWidth"));
        }

        Assert.NotEqual("none", await tab[".goal"].First.EvaluateAsync<string>("e => getComputedStyle(e).appearance"));
    }

    [Fact]
    public async Task The_shades_of_the_map_can_be_told_apart_whatever_colours_somebody_chose()
    {
        const string Fills = "[...document.querySelectorAll('.legend svg')].map(e => getComputedStyle(e).fill)";
        await using var tab = await Tab.OpenAsync(site);
        await tab.GoAsync("/style/more");
        foreach (var choice in new PageEmulateMediaOptions[] { new() { ColorScheme = ColorScheme.Light }, new() { ColorScheme = ColorScheme.Dark }, new() { ForcedColors = ForcedColors.Active } })
        {
            await tab.Page.EmulateMediaAsync(choice);
            var fills = await tab.Page.EvaluateAsync<string[]>(Fills);
            Assert.Equal(6, fills.Distinct().Count());
            Assert.Equal(fills[^1], await tab["[data-country=US]"].EvaluateAsync<string>("e => getComputedStyle(e).fill"));
        }
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task Whoever_uses_the_keyboard_always_sees_where_they_are(int width)
    {
        await using var tab = await Tab.OpenAsync(site, width);
        await tab.GoAsync(Campaign + (width == 390 ? "#sign" : ""));
        await tab.Page.EvaluateAsync("document.activeElement.blur(), scrollTo(0, 0)");
        var seen = new HashSet<string>();
        for (var presses = 0; presses < 150; presses++)
        {
            await tab.Page.Keyboard.PressAsync("Tab");
            var (at, fault) = Split(await tab.Page.EvaluateAsync<string>(
                """
                () => {
                  const e = document.activeElement;
                  if (e === document.body) return "|";
                  const s = getComputedStyle(e), b = e.getBoundingClientRect();
                  const shown = e.matches("input[type=checkbox], input[type=radio]") ? getComputedStyle(e).outlineStyle !== "none" || getComputedStyle(e.parentElement).outlineStyle !== "none" : s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2;
                  const x = Math.min(Math.max(b.left + Math.min(b.width / 2, 20), 1), innerWidth - 1), y = Math.min(Math.max(b.top + b.height / 2, 0), innerHeight - 1);
                  const top = document.elementFromPoint(x, y);
                  const covered = b.bottom <= 0 || b.top >= innerHeight || !(e.contains(top) || top?.contains(e));
                  return [...document.querySelectorAll("*")].indexOf(e) + "|" + (shown ? "" : "no outline: " + e.outerHTML.slice(0, 100)) + (covered ? "covered: " + e.outerHTML.slice(0, 100) + " by " + top?.outerHTML.slice(0, 60) : "");
                }
                """));
            if (at.Length == 0 || !seen.Add(at))
            {
                break;
            }

            Assert.Equal("", fault);
        }

        Assert.InRange(seen.Count, 25, 149);
    }

    private static (string At, string Fault) Split(string answer) => (answer[..answer.IndexOf('|', StringComparison.Ordinal)], answer[(answer.IndexOf('|', StringComparison.Ordinal) + 1)..]);
}
