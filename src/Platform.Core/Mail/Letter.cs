using Platform.Core.Text;

namespace Platform.Core.Mail;

/// <summary>
/// One mail with one purpose; <see cref="LetterRenderer"/> makes its text and its HTML from this one source.
/// Only <see cref="Body"/> is Markdown. Every other text is plain and is encoded when rendered: never escape it.
/// </summary>
public sealed record Letter
{
    /// <summary>One bare address (<c>name@host</c>).</summary>
    public required string To { get; init; }

    public string? ToName { get; init; }

    public required Language Language { get; init; }

    /// <summary>Plain text; also the heading of the HTML part.</summary>
    public required string Subject { get; init; }

    /// <summary>Markdown written by us. Whatever a person typed goes through <see cref="Escape"/> or <see cref="Quote"/>.
    /// The first line stands alone: it is what an inbox shows under the subject.</summary>
    public required string Body { get; init; }

    /// <summary>What somebody else tells in this mail, below the body.</summary>
    public LetterTold? Told { get; init; }

    public LetterButton? Button { get; init; }

    /// <summary>Six ASCII digits, shown large.</summary>
    public string? Code { get; init; }

    /// <summary>Why this person got this mail, plain text.</summary>
    public required string Why { get; init; }

    /// <summary>The page with the button that stops these mails; the same address takes the one-click POST of RFC 8058.</summary>
    public Uri? Unsubscribe { get; init; }

    public string? UnsubscribeLabel { get; init; }

    /// <summary>Shown as the sender instead of the platform's name.</summary>
    public string? FromName { get; init; }

    public string? ReplyTo { get; init; }

    /// <summary>Makes a typed value safe inside <see cref="Body"/>: one line, no Markdown, nothing a mail program turns into a link.</summary>
    public static string Escape(string? value) => TypedText.Escape(value);

    /// <summary>The same for a typed text of several lines (a moderator's note, a reason): becomes a quotation, a block of its own.</summary>
    public static string Quote(string? value) => TypedText.Quote(value);
}

/// <summary>A text of somebody else's in its own language and direction. Markdown, and safe as it is: pictures, HTML and odd addresses are left out.</summary>
/// <param name="Language">A BCP 47 code; the platform need not speak it.</param>
public sealed record LetterTold(string Markdown, string Language, bool RightToLeft);

/// <summary>The one thing to do. The plain address is printed below it.</summary>
public sealed record LetterButton(string Label, Uri Address);
