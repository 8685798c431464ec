using Platform.Core.Text;
using Xunit;

namespace Platform.Web.Tests.Core.Text;

public sealed class NameRulesTests
{
    [Theory]
    [InlineData("Ada https://evil.example")]
    [InlineData("evil.com")]
    [InlineData("Visit EVIL.Com now")]
    [InlineData("www.evil")]
    [InlineData("ｗｗｗ．ｅｖｉｌ．ｃｏｍ")]
    [InlineData("evil。com")]
    [InlineData("ev\u200bil.com")]
    [InlineData("a@b.org")]
    [InlineData("mailto:x")]
    [InlineData("javascript:alert")]
    [InlineData("10.0.0.1")]
    [InlineData("bit.ly/abc")]
    [InlineData("x.technology/abc")]
    [InlineData("http:\\\\evil")]
    [InlineData("xn--80ak6aa92e")]
    [InlineData("سایت.ir")]
    public void An_address_in_a_name_is_seen(string name) => Assert.True(CleanText.ContainsUrl(name));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Ada Lovelace")]
    [InlineData("J.R.R. Tolkien")]
    [InlineData("Maxine K.")]
    [InlineData("St.John Smythe")]
    [InlineData("J.de Boer")]
    [InlineData("Maria.de Souza")]
    [InlineData("Dr.No")]
    [InlineData("O'Brien-Smith, Jr.")]
    [InlineData("محمدرضا کریمی")]
    [InlineData("N. 5 Street")]
    public void A_name_is_no_address(string? name) => Assert.False(CleanText.ContainsUrl(name));

    [Theory]
    [InlineData("=1+1", true)]
    [InlineData("+1", true)]
    [InlineData("-1", true)]
    [InlineData("@SUM", true)]
    [InlineData("\tx", true)]
    [InlineData("\rx", true)]
    [InlineData("  =1", true)]
    [InlineData("＝1", true)]
    [InlineData("Ada = Bea", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    [InlineData("Ada", false)]
    public void A_formula_is_seen_at_its_start(string? text, bool expected) => Assert.Equal(expected, CleanText.StartsLikeFormula(text));

    [Theory]
    [InlineData("<b>Ada</b>")]
    [InlineData("Ada <script")]
    [InlineData("Ada &lt;b&gt;")]
    [InlineData("Ada &#60;")]
    [InlineData("%3Cscript%3E")]
    [InlineData("http%3A%2F%2Fevil")]
    [InlineData("\\u003cscript")]
    [InlineData("[Ada](x)")]
    [InlineData("[url=x]Ada")]
    [InlineData("{{constructor}}")]
    [InlineData("${jndi:x}")]
    [InlineData("＜script＞")]
    public void Markup_in_a_name_is_seen(string name) => Assert.True(CleanText.ContainsMarkup(name));

    [Theory]
    [InlineData(null)]
    [InlineData("Ada Lovelace")]
    [InlineData("Smith & Sons")]
    [InlineData("R&D; 100% us")]
    [InlineData("O’Brien [Toronto]")]
    public void A_name_is_no_markup(string? name) => Assert.False(CleanText.ContainsMarkup(name));
}
