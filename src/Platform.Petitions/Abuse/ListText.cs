using System.Net;
using System.Text;

namespace Platform.Petitions.Abuse;

/// <summary>A list as staff edit it: one entry a line, <c>block 203.0.113.0/24 # why</c>. Empty lines are left out.</summary>
public static class ListText
{
    private const string Allow = "allow";
    private const string Block = "block";

    public static string Write(IEnumerable<ListEntry> entries)
    {
        var text = new StringBuilder();
        foreach (var entry in entries)
        {
            text.Append(entry.Allow ? Allow : Block).Append(' ').Append(entry.Pattern);
            if (entry.Comment is { Length: > 0 } comment)
            {
                text.Append(" # ").Append(comment);
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    /// <returns>The entries, or the number of the first line that is none: then nothing of it is taken.</returns>
    public static (List<ListEntry> Entries, int? BadLine) Read(string? text, ListKind kind)
    {
        var entries = new Dictionary<string, ListEntry>(StringComparer.Ordinal);
        var number = 0;
        foreach (var line in (text ?? "").Split('\n'))
        {
            number++;
            if (line.Trim().Length == 0)
            {
                continue;
            }

            if (ReadLine(line.Trim(), kind) is not { } entry)
            {
                return ([], number);
            }

            entries[entry.Pattern] = entry;
        }

        return ([.. entries.Values], null);
    }

    private static ListEntry? ReadLine(string line, ListKind kind)
    {
        var hash = line.IndexOf('#', StringComparison.Ordinal);
        var comment = hash < 0 ? "" : line[(hash + 1)..].Trim();
        var words = (hash < 0 ? line : line[..hash]).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words is not [Allow or Block, var written] || comment.Length > AbuseMapping.LongestComment || Pattern(written, kind) is not { } pattern)
        {
            return null;
        }

        return new ListEntry { Kind = kind, Allow = words[0] == Allow, Pattern = pattern, Comment = comment.Length == 0 ? null : comment };
    }

    private static string? Pattern(string text, ListKind kind) => kind switch
    {
        ListKind.Domain => DomainPattern.Parse(text) is null ? null : text.ToLowerInvariant(),
        ListKind.Network when IPNetwork.TryParse(text, out var network) => network.ToString(),
        ListKind.Network when IPAddress.TryParse(text, out var address) && text.AsSpan().ContainsAny(".:") => $"{address}/{address.GetAddressBytes().Length * 8}",
        _ => null,
    };
}
