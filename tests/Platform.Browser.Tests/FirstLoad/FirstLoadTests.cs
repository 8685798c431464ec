using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Playwright;
using Platform.Browser.Tests.Browsing;
using Xunit;

namespace Platform.Browser.Tests.FirstLoad;

/// <summary>What a first visit to the campaign page costs, and that nothing jumps while it arrives.</summary>
public sealed class FirstLoadTests(Site site)
{
    private const string Campaign = "/friends-of-kavoos/let-kavoos-stay";
    private const int Budget = 110_000;

    // Sums the browser's own notes; what moves because somebody pressed something is no shift.
    private const string Note =
        """
        window.shifts = [];
        new PerformanceObserver(list => { for (const e of list.getEntries()) if (!e.hadRecentInput) window.shifts.push([e.value, ...e.sources.map(s => s.node?.outerHTML?.slice(0, 80))]); })
          .observe({ type: "layout-shift", buffered: true });
        """;

    [Theory]
    [InlineData("en")]
    [InlineData("fa")]
    [InlineData("fr")]
    [InlineData("ar")]
    [InlineData("tr")]
    public async Task A_first_visit_takes_less_than_110_KB_beside_the_picture_and_at_most_two_fonts(string language)
    {
        await using var tab = await Tab.OpenAsync(site, Tab.Phone);
        var network = await tab.Context.NewCDPSessionAsync(tab.Page);
        var (types, bytes) = (new ConcurrentDictionary<string, string>(), new ConcurrentDictionary<string, double>());
        network.Event("Network.responseReceived").OnEvent += (_, happened) => types[Text(happened, "requestId")] = $"{Text(happened, "type")} {happened!.Value.GetProperty("response").GetProperty("url").GetString()}";
        network.Event("Network.loadingFinished").OnEvent += (_, happened) => bytes[Text(happened, "requestId")] = happened!.Value.GetProperty("encodedDataLength").GetDouble();
        await network.SendAsync("Network.enable");
        await tab.GoAsync($"{Campaign}?lang={language}");
        await tab.Page.EvaluateAsync("document.fonts.ready.then(() => scrollTo(0, document.body.scrollHeight))");
        await tab.Page.WaitForFunctionAsync("() => [...document.images].every(i => i.complete)");

        var loads = bytes.Where(b => types.ContainsKey(b.Key)).Select(b => (What: types[b.Key], Bytes: b.Value)).ToList();
        var counted = loads.Where(l => !l.What.Contains("/pictures/", StringComparison.Ordinal)).ToList();
        Assert.Contains(loads, l => l.What.StartsWith("Document", StringComparison.Ordinal) && l.Bytes > 1000);
        Assert.True(counted.Sum(l => l.Bytes) < Budget, string.Join('\n', counted.Select(l => $"{l.Bytes:0} {l.What}")));
        Assert.InRange(loads.Count(l => l.What.StartsWith("Font", StringComparison.Ordinal)), 1, 2);
        tab.WasQuiet();
    }

    [Theory]
    [InlineData(390, "en")]
    [InlineData(1280, "en")]
    [InlineData(390, "fa")]
    [InlineData(1280, "fa")]
    public async Task Nothing_jumps_while_the_page_arrives_and_is_read(int width, string language)
    {
        await using var tab = await Tab.OpenAsync(site, width);
        await tab.Page.AddInitScriptAsync(Note);
        await tab.GoAsync($"{Campaign}?lang={language}");
        await tab.Page.EvaluateAsync(
            """
            async () => {
              await document.fonts.ready;
              for (let y = 0; y < document.body.scrollHeight; y += innerHeight / 2) { scrollTo(0, y); await new Promise(requestAnimationFrame); await new Promise(requestAnimationFrame); }
            }
            """);
        var shifts = await tab.Page.EvaluateAsync<JsonElement>("() => window.shifts");
        Assert.True(shifts.EnumerateArray().Sum(s => s[0].GetDouble()) < 0.005, shifts.ToString());
    }

    private static string Text(JsonElement? happened, string name) => happened!.Value.GetProperty(name).GetString()!;
}
