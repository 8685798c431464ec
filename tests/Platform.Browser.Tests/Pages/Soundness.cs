using AngleSharp.Html.Dom.Events;
using AngleSharp.Html.Parser;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Platform.Browser.Tests.Browsing;
using Platform.Petitions.Accounts;
using Xunit;

namespace Platform.Browser.Tests.Pages;

/// <summary>What holds for every page in every state, looked at where it stands open.</summary>
internal static class Soundness
{
    private const string Run =
        """
        async rules => (await axe.run(document, { runOnly: rules, resultTypes: ["violations"], iframes: false })).violations
          .flatMap(v => v.nodes.map(n => `${v.id}: ${v.help}: ${n.html} ${[...n.any, ...n.all, ...n.none].map(c => c.message).join(", ")}`))
        """;

    private static readonly string[] Rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    private static readonly string[] Contrast = ["color-contrast"];
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private static readonly int[] Widths = [Tab.Phone, 320, 1280];

    /// <summary>A window in which pages can be examined: it is given the examiner once, with every page.</summary>
    public static async Task<Tab> OpenAsync(Site site, User? user = null)
    {
        var tab = await Tab.OpenAsync(site, Tab.Phone, user: user);
        await tab.Page.AddInitScriptAsync(Axe);
        return tab;
    }

    public static async Task CheckAsync(Tab tab, string language = "en")
    {
        Assert.Equal(language, await tab["html"].GetAttributeAsync("lang"));
        AssertParses(await tab.Answer.TextAsync());
        None(await tab.Page.EvaluateAsync<string[]>(Run, Rules));
        await tab.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        None(await tab.Page.EvaluateAsync<string[]>(Run, Contrast));
        await tab.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
        foreach (var width in Widths)
        {
            await tab.Page.SetViewportSizeAsync(width, 844);
            Assert.Equal($"{width}: ", $"{width}: {await SpillAsync(tab)}");
        }

        await tab.Page.SetViewportSizeAsync(Tab.Phone, 844);
        tab.WasQuiet();
    }

    /// <summary>HTML5 says exactly what is an error; browsers only forgive it.</summary>
    private static void AssertParses(string html)
    {
        var errors = new List<string>();
        var parser = new HtmlParser(new HtmlParserOptions { IsKeepingSourceReferences = true });
        parser.Error += (_, happened) =>
        {
            var error = (HtmlErrorEvent)happened;
            errors.Add($"{error.Message} at {error.Position}: {Around(html, error.Position.Position)}");
        };
        parser.ParseDocument(html);
        None(errors);
    }

    private static string Around(string html, int position) => html[Math.Max(0, position - 60)..Math.Min(html.Length, position + 30)];

    private static void None(IReadOnlyCollection<string> faults) => Assert.True(faults.Count == 0, string.Join('\n', faults));

    /// <summary>What reaches beyond the window, so that the page scrolls sideways; empty when nothing does.</summary>
    public static Task<string> SpillAsync(Tab tab) => tab.Page.EvaluateAsync<string>(
        """
        () => {
          const room = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth <= room) return "";
          const wide = [...document.body.querySelectorAll("*")].filter(e => { const b = e.getBoundingClientRect(); return b.width > 0 && (b.right > room + 1 || b.left < -1); });
          return document.documentElement.scrollWidth + " wide: " + wide.slice(-3).map(e => e.outerHTML.slice(0, 120)).join(" | ");
        }
        """);
}
