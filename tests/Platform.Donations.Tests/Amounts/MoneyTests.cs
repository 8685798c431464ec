using Platform.Core.Text;
using Platform.Donations.Amounts;
using Xunit;

namespace Platform.Donations.Tests.Amounts;

public sealed class MoneyTests
{
    private static readonly Catalogue Languages = Catalogue.Load();

    [Theory]
    [InlineData("en", 1000, "eur", "10\u00a0EUR")]
    [InlineData("en", 123450, "eur", "1,234.50\u00a0EUR")]
    [InlineData("de", 123450, "eur", "1.234,50\u00a0EUR")]
    [InlineData("fr", 123450, "eur", "1\u202f234,50\u00a0EUR")]
    [InlineData("pt", 123450, "brl", "1.234,50\u00a0BRL")]
    [InlineData("fa", 1050, "eur", "۱۰٫۵۰\u00a0EUR")]
    [InlineData("de", 1200, "jpy", "1.200\u00a0JPY")]
    public void An_amount_is_written_as_the_language_writes_numbers(string language, long minor, string currency, string expected) =>
        Assert.Equal(expected, Money.Text(new Formats(Languages.Find(language)!), minor, currency));
}
