using System.Globalization;

namespace Platform.Petitions.Abuse;

/// <summary>A mail domain with wildcards: <c>*.example</c> is one label before it, <c>**.example</c> one or more, and a plain domain is itself alone.</summary>
public sealed class DomainPattern
{
    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    private readonly string[] labels;

    private DomainPattern(string[] labels) => this.labels = labels;

    /// <returns>Null when it is no pattern: an empty label, a star beside letters, or no ending at all.</returns>
    public static DomainPattern? Parse(string text)
    {
        var labels = text.Trim().ToLowerInvariant().Split('.');
        if (labels.Length < 2 || labels[^1].Contains('*', StringComparison.Ordinal))
        {
            return null;
        }

        for (var i = 0; i < labels.Length; i++)
        {
            if (labels[i] is not ("*" or "**") && (labels[i] = Ascii(labels[i])).Length == 0)
            {
                return null;
            }
        }

        return new DomainPattern(labels);
    }

    /// <param name="domain">In lower case and ASCII, as <c>EmailAddress.Domain</c> has it.</param>
    public bool Matches(string domain) => Matches(labels, domain.Split('.'));

    private static bool Matches(ReadOnlySpan<string> pattern, ReadOnlySpan<string> domain)
    {
        if (pattern.IsEmpty || domain.IsEmpty)
        {
            return pattern.IsEmpty && domain.IsEmpty;
        }

        if (pattern[0] == "**")
        {
            for (var taken = 1; taken <= domain.Length; taken++)
            {
                if (Matches(pattern[1..], domain[taken..]))
                {
                    return true;
                }
            }

            return false;
        }

        return (pattern[0] == "*" || pattern[0] == domain[0]) && Matches(pattern[1..], domain[1..]);
    }

    private static string Ascii(string label)
    {
        try
        {
            return Idn.GetAscii(label);
        }
        catch (ArgumentException)
        {
            return "";
        }
    }
}
