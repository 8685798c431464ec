using System.Globalization;
using Platform.Core.Text;
using Xunit;

namespace Platform.Web.Tests.Core.Text;

public sealed class CountriesTests
{
    [Theory]
    [InlineData("en", "DE", "Germany")]
    [InlineData("fr", "DE", "Allemagne")]
    [InlineData("fa", "CA", "کانادا")]
    [InlineData("de", "TR", "Türkei")]
    [InlineData("es", "DE", "Alemania")]
    [InlineData("pt", "DE", "Alemanha")]
    [InlineData("ar", "DE", "ألمانيا")]
    [InlineData("tr", "DE", "Almanya")]
    [InlineData("en", "ZZ", "ZZ")]
    [InlineData("en", "../x", "../x")]
    public void A_country_is_named_in_the_language(string language, string code, string expected) =>
        Assert.Equal(expected, Countries.Name(code, TestCatalogue.Real.Find(language)!));

    [Theory]
    [InlineData("en", "Afghanistan")]
    [InlineData("fr", "Afghanistan")]
    [InlineData("fa", "آرژانتین")]
    [InlineData("de", "Afghanistan")]
    [InlineData("tr", "ABD Küçük Harici Adaları")]
    public void The_list_begins_with_the_first_letter_of_its_alphabet(string language, string expected) =>
        Assert.Equal(expected, Countries.In(TestCatalogue.Real.Find(language)!)[0].Name);

    [Fact]
    public void All_countries_are_there_once_with_a_name_in_every_language() => Assert.All(TestCatalogue.Real.Languages, language =>
    {
        var countries = Countries.In(language);
        Assert.Equal(250, countries.DistinctBy(country => country.Code).Count());
        Assert.Equal(250, countries.DistinctBy(country => country.Name).Count());
        Assert.All(countries, country => Assert.NotEqual(country.Code, country.Name));
    });

    [Fact]
    public void Accents_sort_with_their_letter()
    {
        var names = Countries.In(TestCatalogue.Real.Find("fr")!).Select(country => country.Name).ToList();
        Assert.True(names.IndexOf("Égypte") < names.IndexOf("France"));
        Assert.True(CultureInfo.InvariantCulture.CompareInfo.Compare(names[^1], "Y", CompareOptions.IgnoreCase) > 0);
    }

    [Theory]
    [InlineData("en-CA,en;q=0.8", "CA")]
    [InlineData("fa, fr-be;q=0.9", "BE")]
    [InlineData("zh-Hant-TW", "TW")]
    [InlineData("en;q=0.9,en-GB", "GB")]
    [InlineData("es-419", null)]
    [InlineData("fa", null)]
    [InlineData(";;", null)]
    [InlineData(null, null)]
    public void The_browsers_languages_hint_at_the_country(string? header, string? expected) =>
        Assert.Equal(expected, Countries.Guess(header));

    [Theory]
    [InlineData("CA", true)]
    [InlineData("ca", false)]
    [InlineData("XX", false)]
    [InlineData(null, false)]
    public void Only_known_codes_are_accepted(string? code, bool expected) => Assert.Equal(expected, Countries.IsKnown(code));
}
