using System.Globalization;
using Platform.Core.Text;
using Xunit;

namespace Platform.Web.Tests.Core.Text;

public sealed class ThreadCultureTests
{
    [Theory]
    [InlineData("tr")]
    [InlineData("fa")]
    [InlineData("ar-SA")]
    public void The_culture_of_the_thread_changes_nothing(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            var english = TestCatalogue.In("en");
            Assert.Equal("immigration-title-petition", Slug.From("IMMIGRATION TITLE Petition"));
            Assert.Equal("5 February 2027", english.Formats.Date(new DateOnly(2027, 2, 5)));
            Assert.Equal("2,271 signatures", english["count.signatures", ("count", 2271)]);
            Assert.Equal("Germany", Countries.Name("DE", english.Language));
            Assert.Equal("ivan I.", DisplayName.From("ivan ivanov"));
            Assert.Equal("fr", TestCatalogue.Real.Negotiate("FR;q=0.9, ja").Code);
        }
        finally
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = before;
        }
    }
}
