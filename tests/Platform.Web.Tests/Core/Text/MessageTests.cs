using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;
using Platform.Core.Text;
using Xunit;

namespace Platform.Web.Tests.Core.Text;

public sealed class MessageTests
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    [Theory]
    [InlineData("Hello", "Hello")]
    [InlineData("Hello {name}", "Hello Ada")]
    [InlineData("{name}, {name}!", "Ada, Ada!")]
    [InlineData("{count, plural, =0 {none} one {# thing} other {# things}}", "3 things")]
    [InlineData("{count,plural,one{#}other{#x}}", "3x")]
    [InlineData("{kind, select, a {A} b {B} other {C}}", "B")]
    [InlineData("{kind, select, a {A} other {C}}", "C")]
    [InlineData("{count, plural, other {{kind, select, b {# of {name}} other {}}}}", "3 of Ada")]
    [InlineData("it's {name}'s", "it's Ada's")]
    [InlineData(@"\{name\} # {count, plural, other {\##}}", "{name} # #3")]
    [InlineData("{missing}", "{missing}")]
    public void A_message_is_written_with_its_values(string message, string expected) =>
        Assert.Equal(expected, Localiser(message)["key", ("name", "Ada"), ("count", 3), ("kind", "b")]);

    [Theory]
    [InlineData("{")]
    [InlineData("}")]
    [InlineData("{name")]
    [InlineData("{ }")]
    [InlineData("{name, date}")]
    [InlineData("{n, number, x}")]
    [InlineData("{n, plural, one {x}}")]
    [InlineData("{n, plural, one {x} one {y} other {z}}")]
    [InlineData("{n, plural, single {x} other {z}}")]
    [InlineData("{n, plural, =x {x} other {z}}")]
    [InlineData("{n, plural, other {z}")]
    [InlineData("{n, plural, other z}")]
    [InlineData("{n, select, a {z}}")]
    [InlineData("{n, select, a {z} a {y} other {x}}")]
    public void A_malformed_message_fails_at_load_with_file_and_key(string message)
    {
        var failure = Assert.Throws<FormatException>(() => Localiser(message));
        Assert.StartsWith("en.json: key: ", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Html_encodes_text_and_values_but_not_content()
    {
        var html = Localiser("a < b, {name}, {link}").Html("key", ("name", "<b>"), ("link", new HtmlString("<a>x</a>")));
        Assert.Equal("a &lt; b, &lt;b&gt;, <a>x</a>", Write(html));
    }

    [Fact]
    public void Html_of_an_unknown_key_is_the_encoded_key() =>
        Assert.Equal("&lt;no&gt;", Write(Localiser("x").Html("<no>")));

    [Fact]
    public void An_unknown_key_shows_as_itself() => Assert.Equal("no.such", Localiser("x")["no.such"]);

    [Fact]
    public void A_plural_without_its_number_counts_as_none() =>
        Assert.Equal("0 things", Localiser("{count, plural, one {# thing} other {# things}}")["key"]);

    [Fact]
    public void Large_numbers_are_grouped() =>
        Assert.Equal("2,271 signed", Localiser("{count, plural, other {# signed}}")["key", ("count", 2271)]);

    private static Localiser Localiser(string message) => new(TestCatalogue.Of(("en", "ltr", message)));

    private static string Write(IHtmlContent html)
    {
        using var writer = new StringWriter();
        html.WriteTo(writer, Encoder);
        return writer.ToString();
    }
}
