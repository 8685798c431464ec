using System.Globalization;
using System.Text;

namespace Platform.Core.Text;

/// <summary>The readable part of a page's address: a-z, 0-9 and single hyphens, 2 to 60 of them.</summary>
public static class Slug
{
    public const int MinLength = 2;
    public const int MaxLength = 60;

    // First path segments of the platform's own pages and files, now or likely later; no organisation or campaign may take one.
    private static readonly HashSet<string> Reserved =
    [
        "about", "abuse", "accessibility", "account", "accounts", "admin", "api", "app", "apple-touch-icon", "apps", "ar", "archive", "assets", "atom", "auth",
        "billing", "blog", "browse", "callback", "campaign", "campaigns", "cards", "closed", "co-sponsor", "confirm", "contact", "cookies", "create", "css", "dashboard",
        "data", "de", "decline", "delete", "demo", "desk", "directory", "docs", "donate", "donations", "draft", "drafts", "edit", "embed", "en", "error", "errors", "es", "export",
        "fa", "favicon", "favicon-ico", "feed", "feeds", "fonts", "fr", "gifts", "give", "hangfire", "health", "healthz", "help", "history", "home", "hooks", "host", "identity", "img", "images",
        "imprint", "index", "install", "invitation", "invitations", "invite", "jobs", "join", "js", "l", "language", "languages", "legal", "live", "login",
        "logout", "mail", "mailbox", "media", "members", "metrics", "moderation", "moderator", "my", "new", "news", "null", "o", "oembed", "openapi", "organisation",
        "organisations", "organization", "p", "pages", "passkeys", "password", "petition", "petitions", "pictures", "ping", "preview", "privacy", "profile",
        "pt", "public", "ready", "register", "report", "reports", "reset", "robots", "robots-txt", "rss", "s", "scalar", "search", "security", "settings", "share", "sign", "signature",
        "signatures", "signin", "signout", "signup", "site", "sitemap", "sitemap-xml", "start", "static", "status", "stripe", "stripe-fake", "style", "support", "swagger", "system",
        "terms", "test", "thanks", "topics", "tr", "trending", "undefined", "unsubscribe", "updates", "upload", "uploads", "user", "users", "webhook", "webhooks",
        "well-known", "withdraw", "www",
    ];

    /// <summary>For the matcher of addresses, so that both agree on what belongs to the platform.</summary>
    public static IReadOnlySet<string> ReservedWords => Reserved;

    /// <summary>A valid slug for any title: what cannot be written in Latin letters, or is reserved, is named after the fallback.</summary>
    /// <param name="language">Of the title: German writes ü as ue where others write u. Null when it is not known.</param>
    public static string From(string? title, string fallback = "petition", string? language = null)
    {
        var slug = Hyphenate(Transliteration.ToLatin(CleanText.SingleLine(title), language));
        if (slug.Length < MinLength)
        {
            return slug.Length == 0 ? fallback + "-1" : $"{fallback}-{slug}";
        }

        return IsReserved(slug) ? $"{slug}-{fallback}" : slug;
    }

    /// <summary>The slug with a number behind it, for the second and later use; never longer than the limit.</summary>
    public static string Numbered(string slug, int number)
    {
        var ending = string.Create(CultureInfo.InvariantCulture, $"-{number}");
        return slug[..Math.Min(slug.Length, MaxLength - ending.Length)].TrimEnd('-') + ending;
    }

    public static bool IsValid(string? slug) =>
        slug is { Length: >= MinLength and <= MaxLength }
        && slug.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-')
        && slug[0] != '-' && slug[^1] != '-' && !slug.Contains("--", StringComparison.Ordinal)
        && !IsReserved(slug);

    /// <summary>Also for names that are no slugs, as robots.txt: no page of an organisation may hide a file of the platform.</summary>
    public static bool IsReserved(string word) => Reserved.Contains(word.ToLowerInvariant().Replace('.', '-').Trim('-'));

    private static string Hyphenate(string latin)
    {
        var slug = new StringBuilder();
        foreach (var letter in latin)
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                slug.Append(letter);
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return CutAtWord(slug.ToString().Trim('-'));
    }

    private static string CutAtWord(string slug)
    {
        if (slug.Length <= MaxLength)
        {
            return slug;
        }

        var lastHyphen = slug.LastIndexOf('-', MaxLength);
        return (lastHyphen > MaxLength / 2 ? slug[..lastHyphen] : slug[..MaxLength]).TrimEnd('-');
    }
}
