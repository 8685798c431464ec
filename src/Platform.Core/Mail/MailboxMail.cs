using System.Net;
using System.Text.RegularExpressions;
using MimeKit;

namespace Platform.Core.Mail;

/// <summary>One mail as its reader has it. <see cref="Links"/> are those of the text part in their order.</summary>
public sealed partial record MailboxMail(
    string Id, string MessageId, DateTimeOffset Date, string From, string To, string Subject, string Text, string Html,
    IReadOnlyList<KeyValuePair<string, string>> Headers, IReadOnlyList<Uri> Links)
{
    /// <summary>The six digits on a line of their own, if there are any.</summary>
    public string? Code => SixDigits().Match(Text) is { Success: true } match ? match.Groups[1].Value : null;

    public string? Header(string name) =>
        Headers.FirstOrDefault(header => string.Equals(header.Key, name, StringComparison.OrdinalIgnoreCase)).Value;

    internal static MailboxMail Read(string id, MimeMessage message)
    {
        var text = message.TextBody ?? "";
        var html = message.HtmlBody ?? "";
        var links = Address().Matches(text).Select(match => match.Value)
            .Concat(Reference().Matches(html).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value)))
            .Distinct()
            .Select(link => Uri.TryCreate(link, UriKind.Absolute, out var uri) ? uri : null)
            .OfType<Uri>();
        return new MailboxMail(
            id, message.MessageId ?? "", message.Date, message.From.ToString(), message.To.Mailboxes.FirstOrDefault()?.Address ?? "",
            message.Subject ?? "", text, html,
            [.. message.Headers.Select(header => KeyValuePair.Create(header.Field, header.Value))], [.. links]);
    }

    [GeneratedRegex(@"^([0-9]{6})\r?$", RegexOptions.Multiline)]
    private static partial Regex SixDigits();

    [GeneratedRegex(@"https?://[^\s<>""()]+")]
    private static partial Regex Address();

    [GeneratedRegex(@"href=""(https?://[^""]+)""")]
    private static partial Regex Reference();
}
