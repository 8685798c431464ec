using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Petitions.Accounts;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Organisations;
using Platform.Petitions.Pictures;
using Platform.Petitions.Updates;

namespace Platform.Petitions.Moderation;

/// <summary>Everything staff see about one campaign.</summary>
public sealed record CampaignFile(
    Campaign Campaign,
    Organisation Organisation,
    User Organiser,
    long Confirmed,
    string? ClaimedByName,
    IReadOnlyList<NoteLine> Notes,
    IReadOnlyList<string> Tags,
    IReadOnlyList<ReportLine> Reports,
    IReadOnlyList<CampaignUpdate> Updates,
    IReadOnlyList<AuditEntry> Audit,
    IReadOnlyList<SimilarCampaign> Similar,
    IReadOnlyList<RejectionReason> Reasons,
    IReadOnlyDictionary<Guid, string> Names)
{
    public PictureView? Picture { get; init; }

    public string PublicPath => $"/{Organisation.Slug}/{Campaign.Slug}";

    /// <summary>The newest words of the main language, approved or waiting.</summary>
    public CampaignText? Newest => Campaign.NewestIn(Campaign.Language);

    public bool Allows(CampaignMove move, PlatformRole role) => MoveRule.Of(move).Allows(Campaign.Status, MoveRule.ActorOf(role)) || (move == CampaignMove.Reject && Campaign.IsUnreviewed);

    /// <summary>Approving covers the late look at what went live by link.</summary>
    public bool CanApprove(PlatformRole role) => Allows(CampaignMove.Publish, role) || Campaign.IsUnreviewed;

    public RejectionReason? Reason => Reasons.SingleOrDefault(r => r.Code == Campaign.RejectionCode);
}

public sealed record NoteLine(string Author, string Text, DateTimeOffset At);

public sealed record SimilarCampaign(Guid Id, string Title, string Organisation, CampaignStatus Status, bool SameOrganisation);

/// <summary>Puts the file together. The scope has entered the campaign's organisation.</summary>
public sealed class CampaignFiles(PetitionsDb db, SimilarCampaigns similar)
{
    private const int MostLines = 100;

    public async Task<CampaignFile> LoadAsync(Campaign campaign, CancellationToken ct)
    {
        var reports = await db.Reports.AsNoTracking().Where(r => r.CampaignId == campaign.Id).OrderByDescending(r => r.At).Take(MostLines).WithSubjects(db.Signatures, db.Updates).ToListAsync(ct);
        var people = campaign.Texts.SelectMany(t => new[] { t.Author, t.ApprovedBy }).Append(campaign.ClaimedBy).OfType<Guid>().Distinct().ToList();
        var names = await db.Users.Where(u => people.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Name, ct);
        return new CampaignFile(
            campaign,
            await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == campaign.TenantId, ct),
            await db.Users.AsNoTracking().SingleAsync(u => u.Id == campaign.CreatedBy, ct),
            await db.Counts.Where(c => c.CampaignId == campaign.Id).Select(c => c.Confirmed).SingleOrDefaultAsync(ct),
            campaign.ClaimedBy is { } holder ? names.GetValueOrDefault(holder) : null,
            await NotesAsync(campaign.Id, ct),
            await db.Tags.Where(t => t.CampaignId == campaign.Id).OrderBy(t => t.Tag).Select(t => t.Tag).ToListAsync(ct),
            reports,
            await db.Updates.AsNoTracking().Where(u => u.CampaignId == campaign.Id && u.PublishedAt != null).OrderByDescending(u => u.Number).Take(MostLines).ToListAsync(ct),
            await db.Audit.AsNoTracking().Where(a => a.CampaignId == campaign.Id).OrderByDescending(a => a.Id).Take(MostLines).ToListAsync(ct),
            await similar.ToAsync(campaign, ct),
            await db.RejectionReasons.AsNoTracking().OrderBy(r => r.Code).ToListAsync(ct),
            names)
        {
            Picture = campaign.PictureId is { } picture ? PictureView.Of(campaign, await db.Pictures.AsNoTracking().SingleOrDefaultAsync(p => p.Id == picture, ct)) : null,
        };
    }

    private Task<List<NoteLine>> NotesAsync(Guid campaign, CancellationToken ct) => db.Notes
        .Where(n => n.CampaignId == campaign)
        .OrderByDescending(n => n.At)
        .Take(MostLines)
        .Select(n => new NoteLine(db.Users.Where(u => u.Id == n.Author).Select(u => u.Name).FirstOrDefault() ?? "", n.Text, n.At))
        .ToListAsync(ct);
}
