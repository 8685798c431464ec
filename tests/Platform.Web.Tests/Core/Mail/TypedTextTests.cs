using MimeKit;
using Platform.Core.Mail;
using Xunit;

namespace Platform.Web.Tests.Core.Mail;

public sealed class TypedTextTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("[click](https://evil.example)")]
    [InlineData("![x](https://evil.example/p.gif)")]
    [InlineData("<https://evil.example>")]
    [InlineData("**bold** _it_ `code` ~~no~~")]
    [InlineData("# heading")]
    [InlineData("- item")]
    [InlineData("1. item")]
    [InlineData("> quote")]
    [InlineData("a\\\\b &amp; &#60;b&#62;")]
    [InlineData("[a]: https://evil.example")]
    [InlineData("***")]
    public void A_typed_value_is_never_markup(string typed)
    {
        var (text, html) = TestLetters.Parts(TestLetters.Confirm() with { Button = null, Body = Letter.Escape(typed) });

        Assert.Equal(typed, Visible(text.Split('\n')[0]));
        html = html[html.IndexOf("</h1>", StringComparison.Ordinal)..];
        foreach (var tag in new[] { "<script", "<a ", "<img", "<strong", "<em", "<code", "<h2", "<h1", "<li", "<blockquote", "<hr", "<b>" })
        {
            Assert.DoesNotContain(tag, html);
        }
    }

    [Theory]
    [InlineData("Visit evil.example now")]
    [InlineData("https://evil.example/a?b=c")]
    [InlineData("www.evil.example")]
    [InlineData("write to a@evil.example")]
    public void No_mail_program_finds_a_link_in_a_typed_value(string typed)
    {
        var letter = TestLetters.Confirm() with { Subject = typed, Body = Letter.Escape(typed), Why = typed };
        var (text, html) = TestLetters.Parts(letter);

        foreach (var part in new[] { text, html[html.IndexOf("<body", StringComparison.Ordinal)..] })
        {
            Assert.DoesNotContain("evil.example", part, StringComparison.Ordinal);
            Assert.DoesNotContain("www.evil", part, StringComparison.Ordinal);
            Assert.DoesNotContain("@evil", part, StringComparison.Ordinal);
            Assert.DoesNotContain("://evil", part, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_subject_and_a_button_are_text()
    {
        var html = TestLetters.Render(TestLetters.Confirm() with
        {
            Subject = "<b>Stop</b> & \"go\"",
            Button = new LetterButton("<i>x</i>", new Uri("https://undersigned.example/\"><script>")),
            Why = "<u>why</u>",
        }).HtmlBody;

        Assert.DoesNotContain("<b>", html);
        Assert.DoesNotContain("<i>", html);
        Assert.DoesNotContain("<u>", html);
        Assert.DoesNotContain("<script", html);
        Assert.Contains("&lt;b&gt;Stop&lt;/b&gt; &amp;", html);
    }

    [Theory]
    [InlineData("x\r\nBcc: victim@example.org")]
    [InlineData("x\nBcc: victim@example.org")]
    [InlineData("x\r\n\r\n<html>")]
    [InlineData("x\u2028Bcc: victim@example.org")]
    [InlineData("x\0\u0085Bcc: y")]
    public void No_typed_value_makes_a_header(string typed)
    {
        var message = TestLetters.Render(TestLetters.Confirm() with { Subject = typed, ToName = typed, FromName = typed });
        using var stream = new MemoryStream();
        message.WriteTo(stream, TestContext.Current.CancellationToken);
        stream.Position = 0;
        using var read = MimeMessage.Load(stream, TestContext.Current.CancellationToken);

        Assert.Equal(["From", "Date", "Subject", "Message-Id", "To", "Auto-Submitted", "X-Auto-Response-Suppress", "MIME-Version"],
            read.Headers.Select(header => header.Field), StringComparer.OrdinalIgnoreCase);
        Assert.Empty(read.Bcc);
        Assert.Equal("maxine@example.org", read.To.Mailboxes.Single().Address);
        Assert.Equal(TestLetters.Options.From, read.From.Mailboxes.Single().Address);
        Assert.StartsWith("x ", read.Subject);
    }

    [Fact]
    public void A_name_cannot_pose_as_an_address()
    {
        var from = TestLetters.Render(TestLetters.Confirm() with { FromName = "\"bank@bank.example\" <bank@bank.example>" }).From.Mailboxes.Single();

        Assert.DoesNotContain("@", from.Name);
        Assert.DoesNotContain("<", from.Name);
        Assert.Equal(TestLetters.Options.From, from.Address);
    }

    [Fact]
    public void A_name_in_Persian_or_with_quotes_survives()
    {
        Assert.Equal("دوستان کاووس", TestLetters.Render(TestLetters.Confirm() with { FromName = "دوستان کاووس" }).From.Mailboxes.Single().Name);
        Assert.Equal("O'Neil, Ana", TestLetters.Render(TestLetters.Confirm() with { ToName = "O'Neil, Ana" }).To.Mailboxes.Single().Name);
    }

    [Fact]
    public void Marks_that_reorder_text_are_dropped_and_the_localisers_isolates_stay_in_pairs()
    {
        var letter = TestLetters.Confirm() with { Subject = "a\u202Eb \u2068c\u2069 \u2067d\u2069 \u2068e", Body = Letter.Escape("x\u202Ey\u2068z") };
        var message = TestLetters.Render(letter);

        Assert.Equal("ab \u2068c\u2069 d \u2068e\u2069", message.Subject);
        Assert.StartsWith("xyz\n", TestLetters.Parts(letter).Text);
    }

    [Fact]
    public void A_quotation_keeps_its_lines_and_nothing_else()
    {
        var body = "We changed this:\n\n" + Letter.Quote("# first\r\nsecond <b>\n\n\n- third") + "\n\nGoodbye.";
        var (text, html) = TestLetters.Parts(TestLetters.Confirm() with { Body = body });

        Assert.StartsWith("We changed this:\n\n> # first\n> second <b>\n>\n> - third\n\nGoodbye.\n", text);
        Assert.Contains("# first<br />", html);
        Assert.DoesNotContain("<b>", html);
    }

    private static string Visible(string text) => text.Replace("\u200C", "", StringComparison.Ordinal);
}
