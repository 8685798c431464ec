using System.Buffers;
using System.Globalization;

namespace Platform.Petitions.Signing;

/// <summary>An address as typed and in the form that finds the same mailbox again.</summary>
public sealed record EmailAddress(string Address, string Canonical)
{
    public const int MaxLength = 254;

    private static readonly Dictionary<string, string> SameMailbox = new(StringComparer.Ordinal)
    {
        ["googlemail.com"] = "gmail.com",
        ["protonmail.com"] = "proton.me",
        ["pm.me"] = "proton.me",
        ["me.com"] = "icloud.com",
        ["mac.com"] = "icloud.com",
        ["ya.ru"] = "yandex.ru",
        ["yandex.com"] = "yandex.ru",
    };

    private static readonly HashSet<string> DotsMeanNothing = ["gmail.com"];

    private static readonly SearchValues<char> Atom = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-/=?^_`{|}~.");
    private static readonly SearchValues<char> Special = SearchValues.Create("\"(),:;<>@[\\]");
    private static readonly SearchValues<char> PlainDomain = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789.");

    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    public string Domain => Canonical[(Canonical.LastIndexOf('@') + 1)..];

    /// <returns>Null when it cannot be a mail address.</returns>
    public static EmailAddress? Parse(string? text)
    {
        text = text?.Trim();
        var at = text?.LastIndexOf('@') ?? -1;
        if (text is null || text.Length > MaxLength || at is < 1 or > 64 || at != text.IndexOf('@', StringComparison.Ordinal))
        {
            return null;
        }

        var local = text[..at];
        if (!IsLocal(local) || AsciiDomain(text[(at + 1)..]) is not { } domain)
        {
            return null;
        }

        return new EmailAddress(local + "@" + domain, Canonicalise(local, domain));
    }

    private static string Canonicalise(string local, string domain)
    {
        local = local.ToLowerInvariant();
        domain = SameMailbox.GetValueOrDefault(domain, domain);
        var plus = local.IndexOf('+', StringComparison.Ordinal);
        if (plus > 0)
        {
            local = local[..plus];
        }

        if (DotsMeanNothing.Contains(domain))
        {
            local = local.Replace(".", "", StringComparison.Ordinal);
        }

        return local + "@" + domain;
    }

    private static bool IsLocal(string local) =>
        local[0] != '.' && local[^1] != '.' && !local.Contains("..", StringComparison.Ordinal)
        && (!local.AsSpan().ContainsAnyExcept(Atom) || local.All(c => !Special.Contains(c) && !char.IsWhiteSpace(c) && !char.IsControl(c)));

    private static string? AsciiDomain(string domain)
    {
        // Most domains are plain letters: there is nothing to translate, and no hyphen or "xn--" to judge.
        domain = domain.TrimEnd('.');
        if (domain.AsSpan().ContainsAnyExcept(PlainDomain))
        {
            try
            {
                domain = Idn.GetAscii(domain).ToLowerInvariant();
            }
            catch (ArgumentException)
            {
                return null;
            }
        }

        var labels = domain.Split('.');
        return labels.Length >= 2 && labels[^1].Length >= 2 && !labels[^1].All(char.IsAsciiDigit) && labels.All(l => l.Length is > 0 and <= 63) ? domain : null;
    }
}
