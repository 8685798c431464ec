using MimeKit;
using Platform.Core.Mail;
using Xunit;

namespace Platform.Web.Tests.Core.Mail;

public sealed class LetterRendererTests
{
    [Fact]
    public void A_letter_has_a_text_and_an_HTML_part_that_say_the_same()
    {
        var message = TestLetters.Render(TestLetters.Confirm());

        var parts = Assert.IsType<MultipartAlternative>(message.Body);
        Assert.Equal(["text/plain", "text/html"], parts.Select(part => part.ContentType.MimeType));
        foreach (var text in new[] { message.TextBody, message.HtmlBody })
        {
            Assert.Contains("Your signature counts once you confirm it.", text);
            Assert.Contains("https://undersigned.example/confirm/abc123", text);
            Assert.Contains("482913", text);
            Assert.Contains("because somebody signed with this address", text);
        }
    }

    [Fact]
    public void The_text_part_reads_well_on_its_own()
    {
        var letter = TestLetters.Confirm() with
        {
            Body = "Hello **Maxine**,\n\nread [the story](https://undersigned.example/kavoos):\n\n- first\n- second\n\nThen\n\n1. open\n2. confirm",
            Unsubscribe = new Uri("https://undersigned.example/stop/x"),
        };

        Assert.Equal(
            """
            Hello Maxine,

            read the story (https://undersigned.example/kavoos):

            - first
            - second

            Then

            1. open
            2. confirm

            Confirm my signature
            https://undersigned.example/confirm/abc123

            Or type this code:
            482913

            -- 
            You get this mail because somebody signed with this address.
            Stop these mails
            https://undersigned.example/stop/x

            """.ReplaceLineEndings("\n"),
            TestLetters.Parts(letter).Text);
    }

    [Fact]
    public void A_button_is_followed_by_its_plain_address()
    {
        var html = TestLetters.Render(TestLetters.Confirm()).HtmlBody;

        Assert.Contains(">Confirm my signature</a>", html);
        Assert.Contains(">https://undersigned.example/confirm/abc123</a>", html);
    }

    [Fact]
    public void What_is_not_transactional_carries_both_headers_of_one_click_unsubscribing()
    {
        var page = new Uri("https://undersigned.example/stop/" + new string('a', 90));
        var source = TestLetters.Source(TestLetters.Render(TestLetters.Confirm() with { Unsubscribe = page }));

        Assert.Contains($"\nList-Unsubscribe: <{page}>\n", source);
        Assert.Contains("\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\n", source);
    }

    [Fact]
    public void What_is_transactional_carries_no_unsubscribing() =>
        Assert.DoesNotContain("Unsubscribe", TestLetters.Source(TestLetters.Render(TestLetters.Confirm())));

    [Fact]
    public void A_machine_sent_it_and_no_machine_shall_answer()
    {
        var message = TestLetters.Render(TestLetters.Confirm());

        Assert.Equal("auto-generated", message.Headers[HeaderId.AutoSubmitted]);
        Assert.Contains("\nContent-Language: en\n", TestLetters.Source(message));
        Assert.Equal(TestLetters.MessageId, message.MessageId);
        Assert.Equal("Undersigned", message.From.Mailboxes.Single().Name);
    }

    [Fact]
    public void Persian_runs_from_right_to_left_and_keeps_addresses_and_codes_in_their_order()
    {
        var letter = TestLetters.Confirm("fa") with { Subject = "امضای خود را تأیید کنید", Body = "Kavoos منتظر شماست.\n\nامضای شما پس از تأیید شمرده می‌شود." };
        var message = TestLetters.Render(letter);

        Assert.Contains("<html lang=\"fa\" dir=\"rtl\">", message.HtmlBody);
        Assert.Contains("text-align:right", message.HtmlBody);
        Assert.Contains("<span dir=\"ltr\">482913</span>", message.HtmlBody);
        Assert.Contains("یا این کد را وارد کنید", message.TextBody);
        Assert.StartsWith("\u200FKavoos", message.TextBody);
        Assert.Contains("\n482913\n", TestLetters.Parts(letter).Text);
        Assert.Equal("امضای خود را تأیید کنید", message.Subject);
    }

    [Fact]
    public void No_letter_asks_another_host_for_anything()
    {
        var html = TestLetters.Render(TestLetters.Confirm() with { Body = "![pixel](https://evil.example/p.gif)\n\ntext" }).HtmlBody;

        Assert.DoesNotContain("<img", html);
        Assert.DoesNotContain("evil.example", html);
        Assert.DoesNotContain("src=", html);
        Assert.DoesNotContain("url(", html);
        Assert.DoesNotContain("<table", html);
    }

    [Theory]
    [InlineData("two@example.org, three@example.org")]
    [InlineData("a@example.org\r\nBcc: b@example.org")]
    [InlineData("Somebody <a@example.org>")]
    [InlineData("nobody")]
    [InlineData("")]
    public void Whatever_is_not_one_address_is_refused(string address)
    {
        Assert.Throws<FormatException>(() => TestLetters.Render(TestLetters.Confirm() with { To = address }));
        Assert.Throws<FormatException>(() => TestLetters.Render(TestLetters.Confirm() with { ReplyTo = address }));
    }
}
