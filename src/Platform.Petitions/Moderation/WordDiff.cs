using System.Text.RegularExpressions;

namespace Platform.Petitions.Moderation;

public enum DiffKind
{
    Same,
    Removed,
    Added,
}

/// <summary>A run of words, with the white space that follows them.</summary>
public sealed record DiffPart(DiffKind Kind, string Text);

/// <summary>What changed between two wordings, word by word.</summary>
public static partial class WordDiff
{
    // The table grows with the product of both lengths; beyond this the middle is shown as replaced.
    private const int MostCells = 4_000_000;

    public static IReadOnlyList<DiffPart> Of(string before, string after)
    {
        var (left, right) = (Split(before), Split(after));
        var start = 0;
        while (start < left.Length && start < right.Length && left[start] == right[start])
        {
            start++;
        }

        var end = 0;
        while (end < left.Length - start && end < right.Length - start && left[^(end + 1)] == right[^(end + 1)])
        {
            end++;
        }

        var parts = new List<DiffPart>();
        Add(parts, DiffKind.Same, left[..start]);
        Middle(parts, left[start..^end], right[start..^end]);
        Add(parts, DiffKind.Same, left[^end..]);
        return parts;
    }

    private static void Middle(List<DiffPart> parts, string[] left, string[] right)
    {
        if ((long)left.Length * right.Length > MostCells)
        {
            Add(parts, DiffKind.Removed, left);
            Add(parts, DiffKind.Added, right);
            return;
        }

        var common = Lengths(left, right);
        var (i, j) = (0, 0);
        while (i < left.Length || j < right.Length)
        {
            if (i < left.Length && j < right.Length && left[i] == right[j])
            {
                Add(parts, DiffKind.Same, [left[i++]]);
                j++;
            }
            else if (j == right.Length || (i < left.Length && common[i + 1, j] >= common[i, j + 1]))
            {
                Add(parts, DiffKind.Removed, [left[i++]]);
            }
            else
            {
                Add(parts, DiffKind.Added, [right[j++]]);
            }
        }
    }

    /// <summary>Length of the longest common run of words from each position to the end.</summary>
    private static int[,] Lengths(string[] left, string[] right)
    {
        var lengths = new int[left.Length + 1, right.Length + 1];
        for (var i = left.Length - 1; i >= 0; i--)
        {
            for (var j = right.Length - 1; j >= 0; j--)
            {
                lengths[i, j] = left[i] == right[j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
            }
        }

        return lengths;
    }

    private static void Add(List<DiffPart> parts, DiffKind kind, string[] words)
    {
        if (words.Length == 0)
        {
            return;
        }

        var text = string.Concat(words);
        if (parts is [.., var last] && last.Kind == kind)
        {
            parts[^1] = last with { Text = last.Text + text };
        }
        else
        {
            parts.Add(new DiffPart(kind, text));
        }
    }

    private static string[] Split(string text) => [.. Words().Matches(text).Select(m => m.Value)];

    [GeneratedRegex(@"\s+|[\p{L}\p{M}\p{N}\u200C]+|[^\s\p{L}\p{M}\p{N}\u200C]")]
    private static partial Regex Words();
}
