using Platform.Petitions.Signatures;

namespace Platform.Petitions.Moderation;

/// <summary>A report with the signer's reason it is about, if it is about one.</summary>
public sealed record ReportLine(CampaignReport Report, SaidReason? Said);

/// <param name="Reason">Null once erased.</param>
public sealed record SaidReason(Guid Signature, long? Number, string? Reason, bool Hidden);

internal static class ReportLines
{
    public static IQueryable<ReportLine> WithReasons(this IQueryable<CampaignReport> reports, IQueryable<Signature> signatures) => reports.Select(r => new ReportLine(
        r,
        signatures.Where(s => s.CampaignId == r.CampaignId && s.Id == r.SignatureId).Select(s => new SaidReason(s.Id, s.Number, s.Reason, s.ReasonHidden)).FirstOrDefault()));
}
