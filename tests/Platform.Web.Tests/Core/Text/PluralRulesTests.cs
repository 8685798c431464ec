using Platform.Core.Text;
using Xunit;

namespace Platform.Web.Tests.Core.Text;

public sealed class PluralRulesTests
{
    [Theory]
    [InlineData("en", 0, "other")]
    [InlineData("en", 1, "one")]
    [InlineData("en", 2, "other")]
    [InlineData("fr", 0, "one")]
    [InlineData("fr", 1, "one")]
    [InlineData("fr", 2, "other")]
    [InlineData("fr", 1_000_000, "many")]
    [InlineData("fr", 1_000_001, "other")]
    [InlineData("fa", 0, "one")]
    [InlineData("fa", 1, "one")]
    [InlineData("fa", 2, "other")]
    [InlineData("de", 1, "one")]
    [InlineData("de", 0, "other")]
    [InlineData("es", 0, "other")]
    [InlineData("es", 1, "one")]
    [InlineData("es", 2_000_000, "many")]
    [InlineData("pt", 0, "one")]
    [InlineData("pt", 1_000_000, "many")]
    [InlineData("ar", 0, "zero")]
    [InlineData("ar", 1, "one")]
    [InlineData("ar", 2, "two")]
    [InlineData("ar", 3, "few")]
    [InlineData("ar", 110, "few")]
    [InlineData("ar", 11, "many")]
    [InlineData("ar", 99, "many")]
    [InlineData("ar", 100, "other")]
    [InlineData("ar", 102, "other")]
    [InlineData("tr", 1, "one")]
    [InlineData("tr", 5, "other")]
    [InlineData("ja", 1, "other")]
    [InlineData("he", 2, "two")]
    [InlineData("ru", 21, "one")]
    [InlineData("uk", 23, "few")]
    [InlineData("uk", 12, "many")]
    [InlineData("pl", 21, "many")]
    [InlineData("pl", 22, "few")]
    [InlineData("cs", 4, "few")]
    [InlineData("sr", 5, "other")]
    [InlineData("ro", 19, "few")]
    [InlineData("ro", 20, "other")]
    public void Each_language_counts_in_its_own_forms(string code, int number, string expected)
    {
        const string Message = "{n, plural, zero {zero} one {one} two {two} few {few} many {many} other {other}}";
        var catalogue = code == "en" ? TestCatalogue.Of(("en", "ltr", Message)) : TestCatalogue.Of(("en", "ltr", ""), (code, "ltr", Message));
        var localiser = new Localiser(catalogue) { Language = catalogue.Find(code)! };
        Assert.Equal(expected, localiser["key", ("n", number)]);
    }
}
