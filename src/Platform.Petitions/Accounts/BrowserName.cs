using Platform.Core.Text;

namespace Platform.Petitions.Accounts;

/// <summary>"Firefox on Windows" from what a browser says of itself: enough to recognise one's own.</summary>
public static class BrowserName
{
    private static readonly (string Sign, string Name)[] Browsers =
        [("Edg/", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox/", "Firefox"), ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Sign, string Name)[] Systems =
        [("Windows", "Windows"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Mac OS X", "Mac"), ("CrOS", "Chromebook"), ("Linux", "Linux")];

    public static string Of(string? says, Localiser text) => (Find(says, Browsers), Find(says, Systems)) switch
    {
        ({ } browser, { } system) => text["account.browser-on", ("browser", browser), ("system", system)],
        (null, null) => text["account.browser-unknown"],
        var (browser, system) => browser ?? system!,
    };

    private static string? Find(string? says, (string Sign, string Name)[] known) =>
        known.FirstOrDefault(k => says?.Contains(k.Sign, StringComparison.Ordinal) == true).Name;
}
