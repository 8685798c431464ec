using System.Text.RegularExpressions;

namespace Platform.Petitions.Organisations;

/// <summary>A site that may show petitions in a frame: <c>example.org</c>, <c>*.example.org</c> for all below it, with a port where it has one.</summary>
public static partial class EmbedHost
{
    public const int Most = 50;

    /// <param name="line">What somebody typed: also a whole address, of which the host is taken.</param>
    /// <returns>Null when it is no host.</returns>
    public static string? Parse(string line)
    {
        var host = line.Trim().ToLowerInvariant();
        if (host.IndexOf("://", StringComparison.Ordinal) is var scheme and > 0)
        {
            host = host[(scheme + 3)..].Split('/', 2)[0];
        }

        return Name().IsMatch(host) ? host : null;
    }

    // Written into a header: nothing but a host may come through.
    [GeneratedRegex(@"^(\*\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(:[0-9]{1,5})?$")]
    private static partial Regex Name();
}
