using System.Text.RegularExpressions;

namespace Platform.Core.Mail;

/// <summary>Enhanced status codes of mail servers (RFC 3463).</summary>
public static partial class MailStatus
{
    /// <summary>Whether a lasting refusal is about the address: the mailbox, its domain, the way there, or for no reason given. Not about who sent it, what was in it, or the server's own state.</summary>
    /// <returns>Null when the text names no such code.</returns>
    public static bool? BlamesAddress(string text) => Lasting().Match(text) is { Success: true } code ? code.Groups[1].Value is "0" or "1" or "2" or "4" : null;

    [GeneratedRegex(@"(?<![\d.])5\.(\d{1,3})\.\d{1,3}(?!\d|\.\d)")]
    private static partial Regex Lasting();
}
