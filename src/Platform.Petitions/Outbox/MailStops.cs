using Microsoft.EntityFrameworkCore;
using Platform.Petitions.Signatures;

namespace Platform.Petitions.Outbox;

/// <summary>Asks whether the owner of an address wants these mails.</summary>
public sealed class MailStops(PetitionsDb db)
{
    public Task<bool> StoppedAsync(Signature signature, CancellationToken ct) => Over(db.MailStops, signature.EmailFingerprint, signature.TenantId, signature.CampaignId).AnyAsync(ct);

    /// <summary>Stops that reach this campaign: its own, its organisation's, or everybody's.</summary>
    public static IQueryable<MailStop> Over(IQueryable<MailStop> stops, byte[] fingerprint, Guid tenant, Guid campaign) => stops.Where(s =>
        s.Fingerprint == fingerprint && (s.TenantId == null || (s.TenantId == tenant && (s.CampaignId == null || s.CampaignId == campaign))));
}
