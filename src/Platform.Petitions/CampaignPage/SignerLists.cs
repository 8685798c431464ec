using Microsoft.EntityFrameworkCore;
using Platform.Core.Text;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Signatures;

namespace Platform.Petitions.CampaignPage;

/// <summary>Signers in the order they confirmed. A name leaves here only shortened, and only when campaign and signer both want it.</summary>
public sealed class SignerLists(PetitionsDb db)
{
    private const int Shown = 5;

    // Reasons are looked for among the newest only: a bound on the work, whatever the size of the campaign.
    private const int VoicesWindow = 5_000;

    /// <summary>The few that a campaign's page shows.</summary>
    public Task<IReadOnlyList<SignerLine>> NewestAsync(Campaign campaign, CancellationToken ct) =>
        ReadAsync(Counted(campaign.Id).OrderByDescending(s => s.Number), campaign.PublicNames, Shown, ct);

    /// <summary>A part of the whole list, newest first, read along the numbers: at any depth in the same time.</summary>
    /// <param name="from">The number it begins behind, going down; negative going up; null for the newest.</param>
    public async Task<SignerPart> PartAsync(Guid campaign, bool publicNames, long? from, int most, CancellationToken ct)
    {
        var (up, edge) = (from < 0, Math.Abs(Math.Max(from ?? long.MaxValue, -long.MaxValue)));
        var found = Counted(campaign);
        found = up ? found.Where(s => s.Number > edge).OrderBy(s => s.Number) : found.Where(s => s.Number < edge).OrderByDescending(s => s.Number);
        var rows = await ReadAsync(found, publicNames, most + 1, ct);
        var more = rows.Count > most;
        var lines = rows.Take(most).OrderByDescending(l => l.Number).ToList();
        return new SignerPart(
            lines,
            lines.Count > 0 && (up ? more : from is not null) ? -lines[0].Number : null,
            lines.Count > 0 && (up || more) ? lines[^1].Number : null);
    }

    /// <param name="next">Number the next signer will get.</param>
    public async Task<IReadOnlyList<SignerVoice>> VoicesAsync(Campaign campaign, long next, CancellationToken ct)
    {
        var from = next - VoicesWindow;
        var rows = await Counted(campaign.Id).Where(s => s.Number > from && s.Reason != null && s.Reason != "" && !s.ReasonHidden && s.ErasedAt == null)
            .OrderByDescending(s => s.Number).Take(Shown)
            .Select(s => new { s.Number, s.Reason, s.Name, s.ShowName, s.Country, s.ConfirmedAt }).ToListAsync(ct);
        return [.. rows.Select(s => new SignerVoice(s.Number!.Value, s.Reason!, Name(campaign.PublicNames, s.ShowName, s.Name), Country(campaign.PublicNames, s.Country), s.ConfirmedAt!.Value))];
    }

    private static async Task<IReadOnlyList<SignerLine>> ReadAsync(IQueryable<Signature> found, bool publicNames, int most, CancellationToken ct)
    {
        var rows = await found.Take(most).Select(s => new { s.Number, s.Name, s.ShowName, s.ErasedAt, s.Country, s.ConfirmedAt }).ToListAsync(ct);
        return [.. rows.Select(s => new SignerLine(s.Number!.Value, Name(publicNames, s.ShowName && s.ErasedAt is null, s.Name), Country(publicNames, s.Country), s.ConfirmedAt!.Value))];
    }

    private IQueryable<Signature> Counted(Guid campaign) => db.Signatures.AsNoTracking()
        .Where(s => s.CampaignId == campaign && s.Number != null && s.State == SignatureState.Confirmed && !s.Testing);

    private static string? Name(bool shown, bool wants, string name) => shown && wants && DisplayName.From(name) is { Length: > 0 } brief ? brief : null;

    private static string? Country(bool shown, string country) => shown && country.Length > 0 ? country : null;
}

/// <summary>A part of a list of signers.</summary>
/// <param name="Prev">What the part before it is asked for by; null at the beginning.</param>
/// <param name="Next">The same of the part behind it; null at the end.</param>
public sealed record SignerPart(IReadOnlyList<SignerLine> Lines, long? Prev, long? Next);
