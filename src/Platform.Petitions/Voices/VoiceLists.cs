using Microsoft.EntityFrameworkCore;
using Platform.Petitions.CampaignPage;
using Platform.Petitions.Signatures;

namespace Platform.Petitions.Voices;

/// <summary>Why people signed, as strangers may read it: of confirmed signatures, and not what was hidden.</summary>
public sealed class VoiceLists(PetitionsDb db)
{
    private const int Shown = 5;
    private const int MostThanked = 50;

    /// <summary>What a campaign's page shows: the pinned ones, then the newest.</summary>
    public async Task<IReadOnlyList<SignerVoice>> FirstAsync(Guid campaign, bool publicNames, CancellationToken ct)
    {
        var chosen = await db.ReasonMarks.AsNoTracking().Where(m => m.CampaignId == campaign && m.PinnedAt != null).OrderBy(m => m.PinnedAt).Select(m => m.SignatureId).ToListAsync(ct);
        IReadOnlyList<SignerVoice> pinned = chosen.Count == 0 ? [] : await ReadAsync(campaign, publicNames, Spoken(campaign).Where(s => chosen.Contains(s.Id)), ct);
        var newest = await NewestAsync(campaign, publicNames, before: null, Shown + chosen.Count, ct);
        return [.. pinned.OrderBy(v => chosen.IndexOf(v.Signature)).Take(PinReason.Most), .. newest.Where(v => !v.Pinned).Take(Shown)];
    }

    /// <param name="before">Signer number of the last one of the page before.</param>
    public Task<IReadOnlyList<SignerVoice>> NewestAsync(Guid campaign, bool publicNames, long? before, int most, CancellationToken ct) =>
        ReadAsync(campaign, publicNames, Spoken(campaign).Where(s => before == null || s.Number < before).OrderByDescending(s => s.Number).Take(most), ct);

    /// <summary>Those that were thanked at all, at most fifty.</summary>
    public async Task<IReadOnlyList<SignerVoice>> MostThankedAsync(Guid campaign, bool publicNames, CancellationToken ct)
    {
        var thanked = await db.ReasonMarks.AsNoTracking().Where(m => m.CampaignId == campaign && m.Thanks > 0)
            .OrderByDescending(m => m.Thanks).ThenBy(m => m.SignatureId).Take(MostThanked).Select(m => m.SignatureId).ToListAsync(ct);
        var voices = await ReadAsync(campaign, publicNames, Spoken(campaign).Where(s => thanked.Contains(s.Id)), ct);
        return [.. voices.OrderByDescending(v => v.Thanks).ThenByDescending(v => v.Number)];
    }

    /// <summary>Signatures whose reason everybody may read.</summary>
    internal IQueryable<Signature> Spoken(Guid campaign) =>
        db.Counted(campaign).Where(s => s.Reason != null && s.Reason != "" && !s.ReasonHidden && s.ErasedAt == null);

    private async Task<IReadOnlyList<SignerVoice>> ReadAsync(Guid campaign, bool publicNames, IQueryable<Signature> meant, CancellationToken ct)
    {
        var rows = await meant.Select(s => new { s.Id, s.Number, s.Reason, s.Name, s.ShowName, s.Country, s.ConfirmedAt }).ToListAsync(ct);
        var ids = rows.Select(r => r.Id).ToList();
        var marks = await db.ReasonMarks.AsNoTracking().Where(m => m.CampaignId == campaign && ids.Contains(m.SignatureId)).ToDictionaryAsync(m => m.SignatureId, ct);
        return [.. rows.Select(s => new SignerVoice(
            s.Number!.Value, s.Reason!, SignerPrivacy.Name(publicNames, s.ShowName, s.Name), SignerPrivacy.Country(publicNames, s.Country), s.ConfirmedAt!.Value)
        {
            Signature = s.Id,
            Thanks = marks.GetValueOrDefault(s.Id)?.Thanks ?? 0,
            Pinned = marks.GetValueOrDefault(s.Id)?.PinnedAt is not null,
        })];
    }
}
