using System.Text;
using Microsoft.Extensions.Options;
using MimeKit;
using Platform.Core.Text;

namespace Platform.Core.Mail;

/// <summary>Turns a <see cref="Letter"/> into the message that goes over the wire.</summary>
public sealed class LetterRenderer(IOptions<MailOptions> options, Catalogue catalogue, TimeProvider clock)
{
    private readonly MailOptions mail = options.Value;

    /// <param name="messageId">Without angle brackets, <c>local@host</c>; the same letter sent again carries the same one.</param>
    /// <exception cref="FormatException">The recipient, the answer address or the id is not a single address: sending again cannot help.</exception>
    public MimeMessage Render(Letter letter, string messageId)
    {
        var words = LetterWords.In(new Localiser(catalogue) { Language = letter.Language });
        var message = new MimeMessage
        {
            MessageId = Single(messageId).Address,
            Date = clock.GetUtcNow(),
            Subject = TypedText.Sentence(letter.Subject),
            Body = new MultipartAlternative
            {
                Part("plain", LetterText.Write(letter, words), letter),
                Part("html", LetterHtml.Write(letter, words), letter),
            },
        };
        message.From.Add(Named(letter.FromName ?? mail.FromName, mail.From));
        message.To.Add(Named(letter.ToName, letter.To));
        if (letter.ReplyTo is { } replyTo)
        {
            message.ReplyTo.Add(Single(replyTo));
        }

        message.Body.Headers.Add(HeaderId.ContentLanguage, letter.Language.Code);
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        message.Headers.Add("X-Auto-Response-Suppress", "All");
        if (letter.Unsubscribe is { } page)
        {
            message.Headers.Add(Unfolded(HeaderId.ListUnsubscribe, $"<{page.AbsoluteUri}>"));
            message.Headers.Add(HeaderId.ListUnsubscribePost, "List-Unsubscribe=One-Click");
        }

        return message;
    }

    private static MailboxAddress Named(string? name, string address)
    {
        var mailbox = Single(address);
        mailbox.Name = TypedText.Name(name) is { Length: > 0 } shown ? shown : null;
        return mailbox;
    }

    private static MailboxAddress Single(string address)
    {
        var bare = MailboxAddress.TryParse(address, out var mailbox) && mailbox.Address == address && address.Contains('@', StringComparison.Ordinal);
        return bare ? mailbox! : throw new FormatException("Not a single bare mail address.");
    }

    /// <summary>Readers of this header are simpler than the standard: its address stays on the header's own line.</summary>
    private static Header Unfolded(HeaderId id, string asciiValue)
    {
        var header = new Header(id, asciiValue);
        header.SetRawValue(Encoding.ASCII.GetBytes($" {asciiValue}\r\n"));
        return header;
    }

    /// <summary>Seven-bit from the start: no relay has a reason to re-encode it, so a DKIM signature survives.</summary>
    private static MimeKit.TextPart Part(string subtype, string text, Letter letter)
    {
        var part = new MimeKit.TextPart(subtype) { Text = text };
        part.ContentTransferEncoding = letter.Language.RightToLeft ? ContentEncoding.Base64 : ContentEncoding.QuotedPrintable;
        return part;
    }
}
