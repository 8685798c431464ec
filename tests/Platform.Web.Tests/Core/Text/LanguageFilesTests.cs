using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Platform.Core.Text;
using Platform.Web.Tests.Rules;
using Xunit;

namespace Platform.Web.Tests.Core.Text;

public sealed partial class LanguageFilesTests
{
    private static readonly string[] EnglishOnly = ["desk.", "admin.", "account."];

    // Every module that was built.
    private static readonly Catalogue Catalogue = Platform.Core.Text.Catalogue.Load(Checkout.Product);

    public static TheoryData<string> Translations =>
        [.. Catalogue.Languages.Where(language => language != Catalogue.Default).Select(language => language.Code)];

    [Fact]
    public void Eight_languages_are_there() =>
        Assert.Superset(new HashSet<string> { "ar", "de", "en", "es", "fa", "fr", "pt", "tr" }, Catalogue.Languages.Select(language => language.Code).ToHashSet());

    [Fact]
    public void Arabic_and_Persian_run_from_right_to_left() =>
        Assert.Equal(["ar", "fa"], Catalogue.Languages.Where(language => language.RightToLeft).Select(language => language.Code).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Translations))]
    public void A_language_has_a_name_in_every_other_and_its_code_is_nobodys_address(string code)
    {
        Assert.All(Catalogue.Languages, other => Assert.Contains("language." + code, Catalogue.Keys(other).Keys));
        Assert.True(Slug.IsReserved(code));
    }

    [Theory]
    [MemberData(nameof(Translations))]
    public void Every_plural_has_the_forms_of_its_language_and_no_others(string code)
    {
        var used = Catalogue.Keys(Catalogue.Find(code)!).SelectMany(text => Plural().Matches(text.Value).Select(form => (text.Key, Form: form.Groups["form"].Value)));
        var forms = FormsOf(code);
        Assert.All(used, use => Assert.True(forms.Contains(use.Form), $"{use.Key}: {use.Form}"));
    }

    [Fact]
    public void Every_Arabic_plural_of_a_noun_has_all_six_forms() => Assert.All(Catalogue.Keys(Catalogue.Find("ar")!), text =>
    {
        var forms = Plural().Matches(text.Value).Select(form => form.Groups["form"].Value).ToHashSet();
        Assert.True(forms.Count < 2 || forms.IsSupersetOf(["one", "two", "few", "many", "other"]), text.Key);
    });

    [Theory]
    [MemberData(nameof(Translations))]
    public void Every_public_text_is_translated(string code)
    {
        var missing = Catalogue.Keys(Catalogue.Default).Keys
            .Where(key => !EnglishOnly.Any(prefix => key.StartsWith(prefix, StringComparison.Ordinal)))
            .Except(Catalogue.Keys(Catalogue.Find(code)!).Keys);
        Assert.Empty(missing);
    }

    [Theory]
    [MemberData(nameof(Translations))]
    public void No_translation_is_left_over(string code) =>
        Assert.Empty(Catalogue.Keys(Catalogue.Find(code)!).Keys.Except(Catalogue.Keys(Catalogue.Default).Keys));

    [Theory]
    [MemberData(nameof(Translations))]
    public void Placeholders_are_the_same_in_all_languages(string code)
    {
        var language = Catalogue.Find(code)!;
        var different = Catalogue.Keys(language).Keys.Where(key =>
            !Catalogue.Placeholders(language, key).SetEquals(Catalogue.Placeholders(Catalogue.Default, key)));
        Assert.Empty(different);
    }

    [Fact]
    public void Keys_are_sorted_lower_case_and_dotted() => Assert.All(Directory.EnumerateFiles(Path.Combine(Root(), "src"), "*.json", SearchOption.AllDirectories).Where(IsLanguageFile), file =>
    {
        var keys = JsonNode.Parse(File.ReadAllText(file))!.AsObject().Select(text => text.Key).Where(key => key != "$language").ToList();
        Assert.Equal(keys.Order(StringComparer.Ordinal), keys);
        Assert.All(keys, key => Assert.Matches(KeyShape(), key));
    });

    [Fact]
    public void No_text_is_empty_or_carries_markup() => Assert.All(Catalogue.Languages, language =>
        Assert.All(Catalogue.Keys(language), text =>
        {
            Assert.False(string.IsNullOrEmpty(text.Value), text.Key);
            Assert.DoesNotMatch(Tag(), text.Value);
        }));

    [Fact]
    public void Every_key_written_in_the_source_exists()
    {
        var files = Directory.EnumerateFiles(Path.Combine(Root(), "src"), "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".cshtml" && !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
        var unknown = files
            .SelectMany(file => Use().Matches(File.ReadAllText(file)).Select(use => (Key: use.Groups["key"].Value, File: Path.GetFileName(file))))
            .Where(use => !Catalogue.Keys(Catalogue.Default).ContainsKey(use.Key))
            .Distinct();
        Assert.Empty(unknown);
    }

    private static HashSet<string> FormsOf(string code)
    {
        const string Message = "{n, plural, zero {zero} one {one} two {two} few {few} many {many} other {other}}";
        var counting = TestCatalogue.Of(("en", "ltr", ""), (code, "ltr", Message));
        var localiser = new Localiser(counting) { Language = counting.Find(code)! };
        return [.. Enumerable.Range(0, 1000).Append(1_000_000).Select(n => localiser["key", ("n", n)])];
    }

    private static bool IsLanguageFile(string file) =>
        Path.GetFileName(Path.GetDirectoryName(file)) == "Languages" && !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Platform.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }

    [GeneratedRegex("""\b(T|localiser|Localiser)(\[|\.Html\()"(?<key>[^"]+)"[\],)]""")]
    private static partial Regex Use();

    [GeneratedRegex("(?<= )(?<form>zero|one|two|few|many|other) \\{")]
    private static partial Regex Plural();

    [GeneratedRegex("^[a-z0-9-]+(\\.[a-z0-9-]+)+$")]
    private static partial Regex KeyShape();

    [GeneratedRegex("</?[a-z]+[ >]")]
    private static partial Regex Tag();
}
