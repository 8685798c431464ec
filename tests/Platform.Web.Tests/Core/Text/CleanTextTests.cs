using System.Text;
using CsCheck;
using Platform.Core.Text;
using Xunit;

namespace Platform.Web.Tests.Core.Text;

public sealed class CleanTextTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("  Ada   Lovelace ", "Ada Lovelace")]
    [InlineData("Ada\tLove\r\nlace", "Ada Love lace")]
    [InlineData("A\u00a0da\u2003L", "A da L")]
    [InlineData("A\0d\u0007a\u001b", "Ada")]
    [InlineData("e\u0301", "é")]
    [InlineData("\u202eevil\u202c", "evil")]
    [InlineData("\u2066a\u2069\u200e\u200f\u061c", "a")]
    [InlineData("a\u200bb\ufeffc\u00add", "abcd")]
    [InlineData("می\u200cشود", "می\u200cشود")]
    [InlineData("\u200c\u200d \u200c", "")]
    [InlineData("\u3164\u2800\u115f", "")]
    [InlineData("👩\u200d👧", "👩\u200d👧")]
    public void A_line_is_cleaned(string? typed, string expected) => Assert.Equal(expected, CleanText.SingleLine(typed));

    [Theory]
    [InlineData(null, "")]
    [InlineData("a\r\nb\rc", "a\nb\nc")]
    [InlineData("a\n\n\n\n\nb", "a\n\nb")]
    [InlineData("a\n \n \n\nb", "a\n\nb")]
    [InlineData("\n\n a  b \n", " a  b")]
    [InlineData("- a\n\t- b", "- a\n    - b")]
    [InlineData("a\0\u202eb", "ab")]
    public void Lines_are_cleaned_and_kept(string? typed, string expected) => Assert.Equal(expected, CleanText.MultiLine(typed));

    [Fact]
    public void A_tower_of_marks_is_cut() => Assert.Equal(7, CleanText.SingleLine("x" + new string('\u0335', 500)).Length);

    [Fact]
    public void An_unpaired_surrogate_is_dropped() => Assert.Equal("ab", CleanText.SingleLine("a\ud83db"));

    [Fact]
    public void What_is_clean_stays_clean() => Gen.String.Sample(text =>
    {
        var line = CleanText.SingleLine(text);
        var lines = CleanText.MultiLine(text);
        return CleanText.SingleLine(line) == line && CleanText.MultiLine(lines) == lines
            && line.IsNormalized(NormalizationForm.FormC) && !line.Contains('\0') && !lines.Contains('\0');
    });

    [Theory]
    [InlineData(null, 0)]
    [InlineData("abc", 3)]
    [InlineData("e\u0301", 1)]
    [InlineData("👩\u200d👧", 1)]
    [InlineData("کاوه", 4)]
    public void Length_is_what_people_count(string? text, int expected) => Assert.Equal(expected, CleanText.Length(text));

    [Theory]
    [InlineData("short", 10, "short")]
    [InlineData("exactly te", 10, "exactly te")]
    [InlineData("one two three four", 12, "one two…")]
    [InlineData("one two three, four", 16, "one two three…")]
    [InlineData("abcdefghijkl", 5, "abcd…")]
    [InlineData("👩\u200d👧👩\u200d👧👩\u200d👧", 2, "👩\u200d👧…")]
    [InlineData("abc", 0, "…")]
    public void A_text_is_shortened_between_words(string text, int most, string expected) =>
        Assert.Equal(expected, CleanText.Shorten(text, most));
}
