using Microsoft.EntityFrameworkCore;
using Platform.Petitions.Signatures;

namespace Platform.Petitions.CampaignPage;

/// <summary>Signers in the order they confirmed, newest first.</summary>
public sealed class SignerLists(PetitionsDb db)
{
    private const int Shown = 5;

    /// <summary>The few that a campaign's page shows.</summary>
    public Task<IReadOnlyList<SignerLine>> NewestAsync(Guid campaign, bool publicNames, CancellationToken ct) => ReadAsync(campaign, publicNames, before: null, Shown, ct);

    /// <param name="before">Number of the last one of the page before: at any depth in the same time.</param>
    public Task<IReadOnlyList<SignerLine>> ReadAsync(Guid campaign, bool publicNames, long? before, int most, CancellationToken ct) =>
        ReadAsync(db.Counted(campaign).Where(s => before == null || s.Number < before).OrderByDescending(s => s.Number), publicNames, most, ct);

    /// <summary>A part of the whole list that knows the parts around it.</summary>
    /// <param name="from">The number it begins behind, going down; negative going up; null for the newest.</param>
    public async Task<SignerPart> PartAsync(Guid campaign, bool publicNames, long? from, int most, CancellationToken ct)
    {
        var (up, edge) = (from < 0, Math.Abs(Math.Max(from ?? long.MaxValue, -long.MaxValue)));
        var rows = up
            ? await ReadAsync(db.Counted(campaign).Where(s => s.Number > edge).OrderBy(s => s.Number), publicNames, most + 1, ct)
            : await ReadAsync(campaign, publicNames, edge, most + 1, ct);
        var more = rows.Count > most;
        var lines = rows.Take(most).OrderByDescending(l => l.Number).ToList();
        return new SignerPart(
            lines,
            lines.Count > 0 && (up ? more : from is not null) ? -lines[0].Number : null,
            lines.Count > 0 && (up || more) ? lines[^1].Number : null);
    }

    private static async Task<IReadOnlyList<SignerLine>> ReadAsync(IQueryable<Signature> found, bool publicNames, int most, CancellationToken ct)
    {
        var rows = await found.Take(most).Select(s => new { s.Number, s.Name, s.ShowName, s.ErasedAt, s.Country, s.ConfirmedAt }).ToListAsync(ct);
        return [.. rows.Select(s => new SignerLine(
            s.Number!.Value, SignerPrivacy.Name(publicNames, s.ShowName && s.ErasedAt is null, s.Name), SignerPrivacy.Country(publicNames, s.Country), s.ConfirmedAt!.Value))];
    }
}

/// <summary>A part of a list of signers.</summary>
/// <param name="Prev">What the part before it is asked for by; null at the beginning.</param>
/// <param name="Next">The same of the part behind it; null at the end.</param>
public sealed record SignerPart(IReadOnlyList<SignerLine> Lines, long? Prev, long? Next);
