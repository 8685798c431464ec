using System.Text.RegularExpressions;
using Xunit;

namespace Platform.Web.Tests.Rules;

/// <summary>How the source is written.</summary>
public sealed partial class SourceTests
{
    private const int Longest = 200;
    private const int Median = 60;

    [Fact]
    public void No_file_is_longer_than_200_lines() => Rule.Holds(
        "Split it along what it does; a second file of the same folder is cheap:",
        Checkout.Files(".cs", ".cshtml", ".js").Select(file => (File: file, Lines: Checkout.Lines(file).Length))
            .Where(file => file.Lines > Longest).Select(file => $"{file.File}: {file.Lines} lines"));

    [Fact]
    public void Half_of_the_product_s_files_are_shorter_than_60_lines()
    {
        var lengths = Checkout.Files(".cs").Where(file => file.StartsWith("src/", StringComparison.Ordinal)).Select(file => Checkout.Lines(file).Length).Order().ToList();

        Assert.True(lengths.Count > 100, "The source was not found.");
        Assert.True(lengths[lengths.Count / 2] < Median, $"The median is {lengths[lengths.Count / 2]} lines: files have begun to do several things.");
    }

    [Fact]
    public void Nothing_is_put_off_or_folded_away() => Rule.Holds(
        "Do it now or leave it out; and a file that needs regions needs splitting:",
        Found(".cs", ".cshtml", ".js", ".css", ".sh").Where(line => PutOff().IsMatch(line.Text)).Select(Said));

    [Fact]
    public void Every_suppression_says_why_on_its_line() => Rule.Holds(
        "Write the reason behind the suppression, as // a sentence or as Justification:",
        Found(".cs").Where(line => Suppression().IsMatch(line.Text) && !Reason().IsMatch(line.Text)).Select(Said));

    [Fact]
    public void Folders_are_named_for_features() => Rule.Holds(
        "A folder is a feature in the field's own words, not a kind of code:",
        Checkout.Files(".cs").Where(file => KindOfCode().IsMatch(file)));

    // Spelled apart, so that this file is not its own first offender.
    [GeneratedRegex("""(//|/\*|@\*|#)\s*(TO""" + """DO|FIX""" + """ME|HA""" + """CK|XX""" + """X)\b|^\s*#reg""" + "ion")]
    private static partial Regex PutOff();

    [GeneratedRegex(@"^\s*#pragma warning disable|\[.*SuppressMessage\(")]
    private static partial Regex Suppression();

    [GeneratedRegex("//|Justification")]
    private static partial Regex Reason();

    [GeneratedRegex("/(Services|Helpers|Common|Managers|Utils|Models|ViewModels|Domain|Application|Infrastructure)/")]
    private static partial Regex KindOfCode();

    private static IEnumerable<(string File, int Number, string Text)> Found(params string[] endings) =>
        Checkout.Files(endings).SelectMany(file => Checkout.Lines(file).Select((text, index) => (file, index + 1, text)));

    private static string Said((string File, int Number, string Text) line) => $"{line.File}:{line.Number} {line.Text.Trim()}";
}
