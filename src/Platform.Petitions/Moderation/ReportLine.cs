using Platform.Petitions.Signatures;
using Platform.Petitions.Updates;

namespace Platform.Petitions.Moderation;

/// <summary>A report with the signer's reason or the update it is about, if it is about one.</summary>
public sealed record ReportLine(CampaignReport Report, SaidReason? Said, ToldUpdate? Told);

/// <param name="Reason">Null once erased.</param>
public sealed record SaidReason(Guid Signature, long? Number, string? Reason, bool Hidden);

public sealed record ToldUpdate(int? Number, string Title);

internal static class ReportLines
{
    public static IQueryable<ReportLine> WithSubjects(this IQueryable<CampaignReport> reports, IQueryable<Signature> signatures, IQueryable<CampaignUpdate> updates) => reports.Select(r => new ReportLine(
        r,
        signatures.Where(s => s.CampaignId == r.CampaignId && s.Id == r.About).Select(s => new SaidReason(s.Id, s.Number, s.Reason, s.ReasonHidden)).FirstOrDefault(),
        updates.Where(u => u.CampaignId == r.CampaignId && u.Id == r.About).Select(u => new ToldUpdate(u.Number, u.Title)).FirstOrDefault()));
}
