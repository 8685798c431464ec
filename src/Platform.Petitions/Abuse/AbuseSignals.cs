using Microsoft.EntityFrameworkCore;
using Platform.Core.Tenancy;
using Platform.Petitions.Campaigns;

namespace Platform.Petitions.Abuse;

/// <param name="Reference">The campaign's number: with the sender it finds the signatures.</param>
public sealed record SignalLine(DateTimeOffset At, ListKind Kind, string Sender, int Signatures, short Share, int Reference, string Title)
{
    /// <summary>What to search for: a network as it is, a domain behind its at-sign.</summary>
    public string Query => Kind == ListKind.Domain ? "@" + Sender : Sender;
}

/// <summary>Reads what the hourly look found, newest first.</summary>
public sealed class AbuseSignals(PetitionsDb db)
{
    public Task<List<SignalLine>> SinceAsync(DateTimeOffset since, int most, CancellationToken ct) => db.AcrossTenants<AbuseSignal>().AsNoTracking()
        .Where(s => s.At >= since)
        .OrderByDescending(s => s.At).ThenByDescending(s => s.Signatures)
        .Take(most)
        .Join(db.AcrossTenants<Campaign>().Titled(), s => s.CampaignId, c => c.Campaign.Id, (s, c) => new SignalLine(s.At, s.Kind, s.Sender, s.Signatures, s.Share, c.Campaign.Reference, c.Title))
        .ToListAsync(ct);
}
