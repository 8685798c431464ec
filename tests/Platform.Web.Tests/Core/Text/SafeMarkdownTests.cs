using System.Text.Encodings.Web;
using AngleSharp.Html.Parser;
using CsCheck;
using Platform.Core.Text;
using Xunit;

namespace Platform.Web.Tests.Core.Text;

public sealed class SafeMarkdownTests
{
    private const int MostBytesPerCharacter = 4_000;

    private static readonly string[] Tags =
    [
        "p", "br", "hr", "h2", "h3", "h4", "h5", "h6", "strong", "em", "del", "ins", "mark", "sub", "sup", "a",
        "blockquote", "ul", "ol", "li", "code", "pre", "table", "thead", "tbody", "tr", "th", "td",
    ];

    [Theory]
    [InlineData("", "")]
    [InlineData("Hello *you* and **you**", "<p>Hello <em>you</em> and <strong>you</strong></p>")]
    [InlineData("# Title", "<h2>Title</h2>")]
    [InlineData("###### Deep", "<h2>Deep</h2>")]
    [InlineData("## One\n\n#### Two\n\n### Three\n\n# Four", "<h2>One</h2>\n<h3>Two</h3>\n<h3>Three</h3>\n<h2>Four</h2>")]
    [InlineData("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>")]
    [InlineData("3. a", "<ol start=\"3\">\n<li>a</li>\n</ol>")]
    [InlineData("~~old~~ H~2~O", "<p><del>old</del> H<sub>2</sub>O</p>")]
    [InlineData("سلام **دنیا**", "<p>سلام <strong>دنیا</strong></p>")]
    [InlineData("a & b < c", "<p>a &amp; b &lt; c</p>")]
    [InlineData("<b>x</b>", "<p>&lt;b&gt;x&lt;/b&gt;</p>")]
    public void Markdown_becomes_plain_HTML(string markdown, string expected) => Assert.Equal(expected, Render(markdown).Trim());

    [Theory]
    [InlineData("[x](https://example.org/a?b=1)", "https://example.org/a?b=1")]
    [InlineData("[x](http://example.org)", "http://example.org")]
    [InlineData("[x](mailto:a@example.org)", "mailto:a@example.org")]
    [InlineData("https://example.org/a", "https://example.org/a")]
    [InlineData("<https://example.org/a>", "https://example.org/a")]
    [InlineData("![A picture](https://example.org/a.png)", "https://example.org/a.png")]
    public void Links_are_marked_as_written_by_users(string markdown, string expected) =>
        Assert.Contains($"<a href=\"{expected}\" rel=\"nofollow ugc noopener\">", Render(markdown), StringComparison.Ordinal);

    [Theory]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JaVaScRiPt:alert(1))")]
    [InlineData("[x](java&#115;cript:alert(1))")]
    [InlineData("[x](java&Tab;script:alert(1))")]
    [InlineData("[x](&#x6A;avascript:alert(1))")]
    [InlineData("[x](\u0001javascript:alert(1))")]
    [InlineData("[x](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("[x](vbscript:x)")]
    [InlineData("[x](file:///etc/passwd)")]
    [InlineData("[x](ftp://example.org)")]
    [InlineData("[x](/account/delete)")]
    [InlineData("[x](//evil.example)")]
    [InlineData("[x](../admin)")]
    [InlineData("[x](#top)")]
    [InlineData("[x](https://user:password@evil.example)")]
    [InlineData("[x](https://bank.example@evil.example)")]
    [InlineData("[x][1]\n\n[1]: javascript:alert(1)")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("![x](javascript:alert(1))")]
    [InlineData("[x](tel:123)")]
    public void Any_other_link_leads_nowhere(string markdown) =>
        Assert.DoesNotContain("href", Render(markdown), StringComparison.OrdinalIgnoreCase);

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("<svg/onload=alert(1)>")]
    [InlineData("<iframe src=//evil.example></iframe>")]
    [InlineData("<style>*{display:none}</style>")]
    [InlineData("<form action=/sign><input></form>")]
    [InlineData("<a href='javascript:alert(1)'>x</a>")]
    [InlineData("<base href=//evil.example>")]
    [InlineData("<meta http-equiv=refresh content=0>")]
    [InlineData("<math><mtext><table><mglyph><style><img src onerror=alert(1)>")]
    [InlineData("<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">")]
    [InlineData("x{onclick=alert(1)}")]
    [InlineData("# x {#id .class onclick=alert(1)}")]
    [InlineData("```html onclick=\"x\"\n<script>alert(1)</script>\n```")]
    [InlineData("[x](https://example.org \"t\\\" onmouseover=alert(1)\")")]
    [InlineData("[x](https://example.org/\"onmouseover=alert(1))")]
    [InlineData("[<img src=x onerror=alert(1)>](https://example.org)")]
    [InlineData("![<script>alert(1)</script>](https://example.org)")]
    [InlineData("a | b\n:-: | -:\n<script>x</script> | y")]
    [InlineData("[x](https://example.org){target=_blank style=position:fixed}")]
    [InlineData("<!-- --><script>alert(1)</script>")]
    [InlineData("<![CDATA[<script>alert(1)</script>]]>")]
    [InlineData("<?php echo 1 ?>")]
    [InlineData("`</code><script>alert(1)</script>`")]
    [InlineData("> <div style=\"position:fixed\">")]
    [InlineData("&lt;script&gt;alert(1)&lt;/script&gt;")]
    [InlineData("\0<scr\0ipt>alert(1)</script>")]
    public void Nothing_hostile_comes_through(string markdown) => AssertHarmless(Render(markdown));

    [Fact]
    public void Random_mixtures_are_harmless()
    {
        var piece = Gen.OneOf<string>(
            "<script>", "</p>", "<img src=x onerror=alert(1)>", "[", "](", "javascript:", "https://a.example", ")", "!", "*", "`", "```\n", "\n", "> ",
            "|", "---|---\n", "# ", "&lt;", "&#60;", "\"", "'", "{onclick=x}", "<style>", "<!--", "-->", "\\", "~~", "^", "text ");
        piece.Array[1, 30].Sample(pieces => AssertHarmless(Render(string.Concat(pieces))));
    }

    [Theory]
    [InlineData("> ")]
    [InlineData("[")]
    [InlineData("![")]
    [InlineData("*a _b ")]
    [InlineData("`")]
    [InlineData("- ")]
    [InlineData("<")]
    [InlineData("|a")]
    [InlineData("[a](")]
    [InlineData("&")]
    [InlineData("**")]
    [InlineData("http://a")]
    public void What_is_nested_or_repeated_without_end_costs_little(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 60_000));
        var before = GC.GetAllocatedBytesForCurrentThread();
        AssertHarmless(Render(text));
        SafeMarkdown.ToPlainText(text, 100);

        // Memory, not time: it grows with every needless piece and is the same on a busy machine.
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / text.Length, 0, MostBytesPerCharacter);
    }

    [Fact]
    public void A_text_is_cut_before_it_is_parsed() =>
        Assert.Equal(SafeMarkdown.MaxLength + "<p></p>".Length, Render(new string('a', SafeMarkdown.MaxLength + 500)).Trim().Length);

    [Theory]
    [InlineData("# Title\n\nSome *text* with a [link](https://example.org).", 100, "Title Some text with a link.")]
    [InlineData("- a\n- b", 100, "a b")]
    [InlineData("a & b <c>", 100, "a & b <c>")]
    [InlineData("![Alt](https://example.org/x.png) after", 100, "Alt after")]
    [InlineData("one two three four", 14, "one two three…")]
    [InlineData("", 10, "")]
    public void Plain_text_leaves_the_marks_out(string markdown, int most, string expected) =>
        Assert.Equal(expected, SafeMarkdown.ToPlainText(markdown, most));

    private static void AssertHarmless(string html)
    {
        var body = new HtmlParser().ParseDocument(html).Body!;
        Assert.All(body.QuerySelectorAll("*"), element =>
        {
            Assert.Contains(element.LocalName, Tags);
            Assert.All(element.Attributes, attribute =>
                Assert.True(attribute.Name is "rel" or "start" || (attribute.Name == "href" && IsSafe(attribute.Value)), $"{attribute.Name}={attribute.Value}"));
        });
    }

    private static bool IsSafe(string href) =>
        new[] { "https://", "http://", "mailto:" }.Any(start => href.StartsWith(start, StringComparison.OrdinalIgnoreCase));

    private static string Render(string markdown)
    {
        using var writer = new StringWriter();
        SafeMarkdown.Render(markdown).WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }
}
