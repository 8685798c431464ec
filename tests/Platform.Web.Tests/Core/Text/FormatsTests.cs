using Platform.Core.Text;
using Xunit;

namespace Platform.Web.Tests.Core.Text;

public sealed class FormatsTests
{
    private static readonly TimeZoneInfo Toronto = TimeZoneInfo.FindSystemTimeZoneById("America/Toronto");

    private static readonly DateTimeOffset LastMinute = new(2027, 2, 6, 4, 59, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("en", "2,271")]
    [InlineData("fr", "2\u202f271")]
    [InlineData("fa", "۲٬۲۷۱")]
    [InlineData("de", "2.271")]
    [InlineData("es", "2.271")]
    [InlineData("pt", "2.271")]
    [InlineData("ar", "2,271")]
    [InlineData("tr", "2.271")]
    public void Numbers_are_grouped_in_the_digits_of_the_language(string code, string expected) =>
        Assert.Equal(expected, In(code).Number(2271));

    [Theory]
    [InlineData("en", "45%")]
    [InlineData("fr", "45\u202f%")]
    [InlineData("fa", "۴۵٪")]
    [InlineData("de", "45\u202f%")]
    [InlineData("es", "45\u202f%")]
    [InlineData("pt", "45%")]
    [InlineData("ar", "45\u200e%\u200e")]
    [InlineData("tr", "%45")]
    public void Percent(string code, string expected) => Assert.Equal(expected, In(code).Percent(45));

    [Theory]
    [InlineData("en", "5 February 2027")]
    [InlineData("fr", "5 février 2027")]
    [InlineData("fa", "۱۶ بهمن ۱۴۰۵")]
    public void Dates_are_those_of_the_zone_in_the_calendar_of_the_language(string code, string expected) =>
        Assert.Equal(expected, In(code).Date(LastMinute, Toronto));

    [Theory]
    [InlineData("en", "5 Feb 2027")]
    [InlineData("fr", "5 févr. 2027")]
    [InlineData("fa", "۱۶ بهمن ۱۴۰۵")]
    public void Short_dates(string code, string expected) => Assert.Equal(expected, In(code).ShortDate(LastMinute, Toronto));

    [Theory]
    [InlineData("en", "5 February 2027, 23:59 (Toronto time)")]
    [InlineData("fr", "5 février 2027 à 23\u00a0h\u00a059 (heure de Toronto)")]
    [InlineData("fa", "۱۶ بهمن ۱۴۰۵، ساعت ۲۳:۵۹ (به وقت تورنتو)")]
    [InlineData("de", "5. Februar 2027, 23:59 Uhr (Ortszeit Toronto)")]
    [InlineData("es", "5 de febrero de 2027, 23:59 (hora de Toronto)")]
    [InlineData("pt", "5 de fevereiro de 2027, 23:59 (hora de Toronto)")]
    [InlineData("ar", "5 فبراير 2027، 11:59 م (بتوقيت تورونتو)")]
    [InlineData("tr", "5 Şubat 2027, 23:59 (Toronto saatiyle)")]
    public void A_time_says_its_zone(string code, string expected) => Assert.Equal(expected, In(code).DateTime(LastMinute, Toronto));

    [Theory]
    [InlineData("America/Argentina/Buenos_Aires", "Buenos Aires time")]
    [InlineData("UTC", "UTC")]
    [InlineData("Etc/UTC", "UTC")]
    public void A_zone_without_a_name_of_its_own_is_called_by_its_city(string zone, string expected) =>
        Assert.Equal(expected, In("en").Zone(TimeZoneInfo.FindSystemTimeZoneById(zone)));

    [Fact]
    public void French_writes_the_first_as_an_ordinal() =>
        Assert.Equal("1er mars 2027", In("fr").Date(new DateOnly(2027, 3, 1)));

    [Fact]
    public void The_Persian_year_begins_in_spring() =>
        Assert.Equal("۱ فروردین ۱۴۰۶", In("fa").Date(new DateOnly(2027, 3, 21)));

    [Theory]
    [InlineData(-50, "just now")]
    [InlineData(59, "just now")]
    [InlineData(60, "1 min")]
    [InlineData(119, "1 min")]
    [InlineData(3599, "59 min")]
    [InlineData(3600, "1 h")]
    [InlineData(86399, "23 h")]
    [InlineData(86400, "yesterday")]
    [InlineData(172800, "2 days ago")]
    [InlineData(14 * 86400, "2 weeks ago")]
    [InlineData(60 * 86400, "2 months ago")]
    [InlineData(730 * 86400, "2 years ago")]
    public void How_long_ago(int seconds, string expected) =>
        Assert.Equal(expected, In("en").Relative(TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void How_long_ago_in_Persian() => Assert.Equal("۱۲ دقیقه پیش", In("fa").Relative(TimeSpan.FromMinutes(12)));

    [Theory]
    [InlineData("en", -1, "last day")]
    [InlineData("en", 0, "last day")]
    [InlineData("en", 1, "1 day left")]
    [InlineData("en", 12, "12 days left")]
    [InlineData("fr", 1, "plus que 1 jour")]
    [InlineData("fa", 12, "۱۲ روز مانده")]
    [InlineData("de", 1, "noch 1 Tag")]
    [InlineData("ar", 0, "اليوم الأخير")]
    [InlineData("ar", 2, "بقي يومان")]
    [InlineData("ar", 5, "بقيت 5 أيام")]
    [InlineData("ar", 12, "بقي 12 يومًا")]
    [InlineData("ar", 100, "بقي 100 يوم")]
    [InlineData("tr", 12, "12 gün kaldı")]
    public void Days_left(string code, int days, string expected) => Assert.Equal(expected, In(code).DaysLeft(days));

    [Theory]
    [InlineData("en", "")]
    [InlineData("en", "A", "A")]
    [InlineData("en", "A and B", "A", "B")]
    [InlineData("en", "A, B and C", "A", "B", "C")]
    [InlineData("fr", "A, B et C", "A", "B", "C")]
    [InlineData("fa", "الف، ب و پ", "الف", "ب", "پ")]
    [InlineData("de", "A, B und C", "A", "B", "C")]
    [InlineData("ar", "ليلى، سمير ومنى", "ليلى", "سمير", "منى")]
    public void Lists(string code, string expected, params string[] items) => Assert.Equal(expected, In(code).List(items));

    [Fact]
    public void Digits_change_and_nothing_else_does() => Assert.Equal("A۱۲-۳ب", In("fa").Digits("A12-3ب"));

    [Theory]
    [InlineData("fa", "Maxine K.", "\u2068Maxine K.\u2069")]
    [InlineData("fa", "کاوه", "کاوه")]
    [InlineData("en", "کاوه", "\u2068کاوه\u2069")]
    [InlineData("en", "Maxine K.", "Maxine K.")]
    [InlineData("fa", "https://example.org/x", "https://example.org/x")]
    [InlineData("fa", "a@example.org", "a@example.org")]
    [InlineData("fa", "/org/campaign", "/org/campaign")]
    public void A_name_of_the_other_direction_is_isolated(string code, string name, string expected)
    {
        var catalogue = TestCatalogue.Of(("en", "ltr", "{name}"), ("fa", "rtl", "{name}"));
        Assert.Equal(expected, new Localiser(catalogue) { Language = catalogue.Find(code)! }["key", ("name", name)]);
    }

    private static Formats In(string code) => TestCatalogue.In(code).Formats;
}
