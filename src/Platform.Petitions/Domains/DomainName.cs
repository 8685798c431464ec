using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Platform.Core.Tenancy;

namespace Platform.Petitions.Domains;

/// <summary>Reads what an owner typed as the name of their own domain.</summary>
public static partial class DomainName
{
    /// <summary>A name in the DNS has 253 letters; <see cref="DomainClaim.RecordName"/> has to fit as well.</summary>
    public const int Longest = 240;

    private static readonly IdnMapping Punycode = new() { UseStd3AsciiRules = true };

    // No public DNS answers for them.
    private static readonly string[] Local = ["localhost", "local", "internal", "invalid", "test", "onion", "arpa", "alt", "home", "lan"];

    /// <returns>The host as browsers send it, in lower case and ASCII; or the key of what is wrong with it.</returns>
    public static (string? Host, string? Problem) Read(string? typed, TenancyOptions site)
    {
        var name = (typed ?? "").Trim().TrimEnd('.').ToLowerInvariant();
        if (name.Length == 0)
        {
            return (null, "error.required");
        }

        if (name.Contains("://", StringComparison.Ordinal) || name.AsSpan().IndexOfAny("/?#@ ") >= 0)
        {
            return (null, "account.domain-address");
        }

        if (IPAddress.TryParse(name.Trim('[', ']'), out _))
        {
            return (null, "account.domain-number");
        }

        if (name.Contains(':', StringComparison.Ordinal))
        {
            return (null, "account.domain-port");
        }

        if (!name.Contains('.', StringComparison.Ordinal))
        {
            return (null, "account.domain-single");
        }

        if (Ascii(name) is not { Length: <= Longest } host || !Shape().IsMatch(host) || Local.Contains(host[(host.LastIndexOf('.') + 1)..]))
        {
            return (null, "account.domain-invalid");
        }

        return site.IsOwn(host) ? (null, "account.domain-ours") : (host, null);
    }

    /// <summary>As people write it.</summary>
    public static string Spoken(string host)
    {
        try
        {
            return Punycode.GetUnicode(host);
        }
        catch (ArgumentException)
        {
            return host;
        }
    }

    private static string? Ascii(string name)
    {
        try
        {
            return Punycode.GetAscii(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // The last part is no number: such a name would be taken for an address.
    [GeneratedRegex("^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$")]
    private static partial Regex Shape();
}
