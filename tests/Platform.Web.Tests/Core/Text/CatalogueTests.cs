using Platform.Core.Text;
using Xunit;

namespace Platform.Web.Tests.Core.Text;

public sealed class CatalogueTests
{
    [Theory]
    [InlineData(null, "en")]
    [InlineData("", "en")]
    [InlineData("fr", "fr")]
    [InlineData("fr-CA,en;q=0.8", "fr")]
    [InlineData("en;q=0.5, fa;q=0.9", "fa")]
    [InlineData("FA-IR", "fa")]
    [InlineData("pt-BR, en;q=0.5", "pt")]
    [InlineData("ar-MA, fr;q=0.9", "ar")]
    [InlineData("ja, ko;q=0.9", "en")]
    [InlineData("ja, fr;q=0.1", "fr")]
    [InlineData("fr;q=0, fa;q=0.1", "fa")]
    [InlineData("*", "en")]
    [InlineData("not a header;;;=", "en")]
    [InlineData("\0", "en")]
    public void The_best_language_answers_the_browser(string? header, string expected) =>
        Assert.Equal(expected, TestCatalogue.Real.Negotiate(header).Code);

    [Theory]
    [InlineData("fa", "fa")]
    [InlineData("FA", "fa")]
    [InlineData("ja", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_language_is_found_by_its_code(string? code, string? expected) =>
        Assert.Equal(expected, TestCatalogue.Real.Find(code)?.Code);

    [Fact]
    public void What_a_language_lacks_comes_from_English()
    {
        var catalogue = Catalogue.Read(new Dictionary<string, string>
        {
            ["en.json"] = """{"$language":{"name":"English","direction":"ltr"},"a.b":"yes","a.c":"only here"}""",
            ["fr.json"] = """{"$language":{"name":"Français","direction":"ltr"},"a.b":"oui"}""",
        });
        var french = new Localiser(catalogue) { Language = catalogue.Find("fr")! };
        Assert.Equal(["oui", "only here"], new[] { french["a.b"], french["a.c"] });
        Assert.Equal("only here", catalogue.Raw(french.Language, "a.c"));
        Assert.DoesNotContain("a.c", catalogue.Keys(french.Language).Keys);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"a.b":"x"}""")]
    [InlineData("""{"$language":{"name":"English"}}""")]
    [InlineData("""{"$language":{"name":"English","direction":"ltr","culture":"no such country"}}""")]
    [InlineData("""{"$language":{"name":"English","direction":"ltr"},"a.b":{"c":"nested"}}""")]
    [InlineData("""{"$language":{"name":"English","direction":"ltr"},"a.b":"x","a.b":"y"}""")]
    public void A_broken_file_is_refused_by_name(string json)
    {
        var failure = Assert.Throws<FormatException>(() => Catalogue.Read(new Dictionary<string, string> { ["en.json"] = json }));
        Assert.Contains("en.json", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_localiser_for_another_language_leaves_the_first_alone()
    {
        var english = TestCatalogue.In("en");
        var french = english.For(TestCatalogue.Real.Find("fr")!);
        Assert.Equal(["Yes", "Oui"], new[] { english["common.yes"], french["common.yes"] });
    }
}
