using Microsoft.EntityFrameworkCore;
using Platform.Core.Text;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Signatures;

namespace Platform.Petitions.CampaignPage;

/// <summary>The few signers a page shows. A name leaves here only shortened, and only when campaign and signer both want it.</summary>
public sealed class SignerLists(PetitionsDb db)
{
    private const int Shown = 5;

    // Reasons are looked for among the newest only: a bound on the work, whatever the size of the campaign.
    private const int VoicesWindow = 5_000;

    public async Task<IReadOnlyList<SignerLine>> NewestAsync(Campaign campaign, CancellationToken ct)
    {
        var rows = await Counted(campaign).OrderByDescending(s => s.Number).Take(Shown)
            .Select(s => new { s.Number, s.Name, s.ShowName, s.ErasedAt, s.Country, s.ConfirmedAt }).ToListAsync(ct);
        return [.. rows.Select(s => new SignerLine(s.Number!.Value, Public(campaign, s.ShowName && s.ErasedAt is null, s.Name), Where(campaign, s.Country), s.ConfirmedAt!.Value))];
    }

    /// <param name="next">Number the next signer will get.</param>
    public async Task<IReadOnlyList<SignerVoice>> VoicesAsync(Campaign campaign, long next, CancellationToken ct)
    {
        var from = next - VoicesWindow;
        var rows = await Counted(campaign).Where(s => s.Number > from && s.Reason != null && s.Reason != "" && !s.ReasonHidden && s.ErasedAt == null)
            .OrderByDescending(s => s.Number).Take(Shown)
            .Select(s => new { s.Number, s.Reason, s.Name, s.ShowName, s.Country, s.ConfirmedAt }).ToListAsync(ct);
        return [.. rows.Select(s => new SignerVoice(s.Number!.Value, s.Reason!, Public(campaign, s.ShowName, s.Name), Where(campaign, s.Country), s.ConfirmedAt!.Value))];
    }

    private IQueryable<Signature> Counted(Campaign campaign) => db.Signatures.AsNoTracking()
        .Where(s => s.CampaignId == campaign.Id && s.Number != null && s.State == SignatureState.Confirmed && !s.Testing);

    private static string? Public(Campaign campaign, bool wants, string name) =>
        campaign.PublicNames && wants && DisplayName.From(name) is { Length: > 0 } shown ? shown : null;

    private static string? Where(Campaign campaign, string country) => campaign.PublicNames && country.Length > 0 ? country : null;
}
