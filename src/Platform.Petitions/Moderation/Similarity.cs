using System.Text.RegularExpressions;
using Platform.Core.Text;

namespace Platform.Petitions.Moderation;

/// <summary>How alike two titles are by the words they share, without an index or a language's rules.</summary>
public static partial class Similarity
{
    private const int ShortestWord = 4;
    private const int MostWords = 8;

    /// <summary>The words of a title that say what it is about; the longest first.</summary>
    public static IReadOnlyList<string> WordsOf(string title) =>
        [.. Word().Matches(CleanText.SingleLine(title).ToLowerInvariant()).Select(m => m.Value).Where(w => w.Length >= ShortestWord).Distinct().OrderByDescending(w => w.Length).Take(MostWords)];

    /// <summary>0 for nothing in common, 1 for the same words.</summary>
    public static double Between(string one, string other)
    {
        var (a, b) = (WordsOf(one).ToHashSet(), WordsOf(other).ToHashSet());
        var shared = a.Count(b.Contains);
        return shared == 0 ? 0 : (double)shared / (a.Count + b.Count - shared);
    }

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}\u200C]+")]
    private static partial Regex Word();
}
