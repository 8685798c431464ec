using CsCheck;
using Platform.Core.Text;
using Xunit;

namespace Platform.Web.Tests.Core.Text;

public sealed class SlugTests
{
    [Theory]
    [InlineData("Let Kavoos stay: stop the deportation!", "let-kavoos-stay-stop-the-deportation")]
    [InlineData("Élèves d’été à Århus", "eleves-dete-a-arhus")]
    [InlineData("Straße, Łódź, Øre, İstanbul ığdır", "strasse-lodz-ore-istanbul-igdir")]
    [InlineData("کاووس را آزاد کنید", "kavos-ra-azad-knid")]
    [InlineData("شیر و موج", "shir-v-moj")]
    [InlineData("می‌شود ۱۴۰۵", "mishod-1405")]
    [InlineData("خانه", "khaneh")]
    [InlineData("Свобода сейчас", "svoboda-seychas")]
    [InlineData("Ελευθερία", "eleytheria")]
    [InlineData("a/b\\c..d", "a-b-c-d")]
    [InlineData("<script>", "script")]
    [InlineData("Start", "start-petition")]
    [InlineData("Robots.txt", "robots-txt-petition")]
    [InlineData("王小明", "petition-1")]
    [InlineData("x", "petition-x")]
    [InlineData(null, "petition-1")]
    public void A_title_becomes_a_slug(string? title, string expected) => Assert.Equal(expected, Slug.From(title));

    [Theory]
    [InlineData("de", "Straßen für Fußgänger öffnen", "strassen-fuer-fussgaenger-oeffnen")]
    [InlineData("tr", "Kız öğrencilerin yurdu açılsın", "kiz-ogrencilerin-yurdu-acilsin")]
    [InlineData("es", "Más árboles en la plaza de España", "mas-arboles-en-la-plaza-de-espana")]
    [InlineData("pt", "Não à demolição", "nao-a-demolicao")]
    [InlineData("ar", "أنقذوا أشجار الأرز", "anqdhwa-ashjar-alarz")]
    public void Each_language_is_written_in_its_own_way(string language, string title, string expected) => Assert.Equal(expected, Slug.From(title, language: language));

    [Fact]
    public void A_long_title_is_cut_between_words()
    {
        var slug = Slug.From(string.Concat(Enumerable.Repeat("people ", 30)));
        Assert.Equal("people-people-people-people-people-people-people-people", slug);
    }

    [Fact]
    public void Every_title_gives_a_valid_slug() => Gen.String.Sample(title => Slug.IsValid(Slug.From(title)));

    [Theory]
    [InlineData("let-kavoos-stay", true)]
    [InlineData("a1", true)]
    [InlineData("a", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    [InlineData("A-b", false)]
    [InlineData("a--b", false)]
    [InlineData("-a", false)]
    [InlineData("a-", false)]
    [InlineData("..", false)]
    [InlineData("a/b", false)]
    [InlineData("a b", false)]
    [InlineData("é1", false)]
    [InlineData("admin", false)]
    [InlineData("mailbox", false)]
    [InlineData("administration", true)]
    public void Only_plain_slugs_are_valid(string? slug, bool expected) => Assert.Equal(expected, Slug.IsValid(slug));

    [Theory]
    [InlineData("robots.txt")]
    [InlineData("sitemap.xml")]
    [InlineData("favicon.ico")]
    [InlineData(".well-known")]
    [InlineData("API")]
    [InlineData("p")]
    public void The_platforms_own_paths_are_reserved(string word) => Assert.True(Slug.IsReserved(word));

    [Fact]
    public void A_numbered_slug_keeps_within_the_limit()
    {
        Assert.Equal("stay-2", Slug.Numbered("stay", 2));
        Assert.Equal(Slug.MaxLength, Slug.Numbered(new string('a', Slug.MaxLength), 12).Length);
    }
}
