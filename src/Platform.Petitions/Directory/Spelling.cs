using Microsoft.EntityFrameworkCore;

namespace Platform.Petitions.Directory;

/// <summary>What mistyped words were meant to be: the nearest words of the titles and demands that lists may show.</summary>
public sealed class Spelling(PetitionsDb db)
{
    private const int ShortWord = 4;

    /// <returns>Null when no word was taken for another.</returns>
    public async Task<string?> CorrectAsync(string words, CancellationToken ct)
    {
        var rows = await db.Database.SqlQuery<Candidate>(
            $"""
            select cast(w.position as int) as "Position", w.word as "Word", l.candidate as "Like"
            from unnest(string_to_array(petitions.fold({words}), ' ')) with ordinality as w(word, position)
            left join lateral (select candidate from petitions.words_like(w.word) as candidate) l on true
            """).ToListAsync(ct);
        var meant = rows.GroupBy(r => (r.Position, r.Word)).OrderBy(g => g.Key.Position).Select(g => Nearest(g.Key.Word, [.. g.Select(r => r.Like).OfType<string>()])).ToList();
        var corrected = string.Join(' ', meant);
        return corrected == string.Join(' ', rows.Select(r => (r.Position, r.Word)).Distinct().OrderBy(w => w.Position).Select(w => w.Word)) ? null : corrected;
    }

    /// <summary>The word itself where it is known or too far from all that are.</summary>
    /// <param name="known">The likeliest first.</param>
    internal static string Nearest(string word, IReadOnlyList<string> known)
    {
        var most = word.Length <= ShortWord ? 1 : 2;
        return known.Select(k => (Word: k, Distance: EditDistance.Between(word, k))).Where(k => k.Distance <= most).OrderBy(k => k.Distance).Select(k => k.Word).FirstOrDefault() ?? word;
    }

    private sealed record Candidate(int Position, string Word, string? Like);
}
