using System.Globalization;
using System.Text.RegularExpressions;
using Platform.Petitions.Branding;
using Platform.Web.Tests.Rules;
using Xunit;

namespace Platform.Web.Tests.Style;

/// <summary>The rule that corrects accents knows the same grounds as the stylesheet that lays them.</summary>
public sealed partial class AccentGroundTests
{
    private static readonly string Sheet = string.Join('\n', Checkout.Lines("src/Platform.Web/wwwroot/css/site.css"));

    [Theory]
    [InlineData("paper")]
    [InlineData("sheet")]
    [InlineData("shade")]
    [InlineData("on-accent")]
    public void A_ground_is_the_stylesheet_s(string token)
    {
        var found = Token().Matches(Sheet).Single(match => match.Groups["name"].Value == token);
        Assert.Equal((Of(AccentColours.OnLight, token).ToString(), Of(AccentColours.OnDark, token).ToString()), (Full(found.Groups["light"].Value), Full(found.Groups["dark"].Value)));
    }

    [Fact]
    public void The_soft_ground_is_mixed_as_the_stylesheet_mixes_it()
    {
        var found = Soft().Match(Sheet);
        Assert.Equal(
            (Percent(AccentColours.OnLight), $"{AccentColours.OnLight.Sheet}", Percent(AccentColours.OnDark), $"{AccentColours.OnDark.Sheet}"),
            (found.Groups[1].Value, found.Groups[2].Value, found.Groups[3].Value, found.Groups[4].Value));
    }

    private static string? Full(string digits) => Rgb.Parse(digits)?.ToString();

    private static string Percent(Grounds grounds) => Math.Round(100 * grounds.Softness).ToString(CultureInfo.InvariantCulture);

    private static Rgb Of(Grounds grounds, string token) => token switch
    {
        "paper" => grounds.Paper,
        "sheet" => grounds.Sheet,
        "shade" => grounds.Shade,
        _ => grounds.OnAccent,
    };

    [GeneratedRegex(@"--(?<name>[\w-]+): light-dark\((?<light>#\w+), (?<dark>#\w+)\)")]
    private static partial Regex Token();

    [GeneratedRegex(@"--accent-soft: light-dark\(color-mix\(in oklab, var\(--accent\) (\d+)%, (#\w+)\), color-mix\(in oklab, var\(--accent\) (\d+)%, (#\w+)\)\)")]
    private static partial Regex Soft();
}
