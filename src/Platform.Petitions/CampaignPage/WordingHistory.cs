using Microsoft.EntityFrameworkCore;
using Platform.Core.Tenancy;
using Platform.Core.Text;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Database;
using Platform.Petitions.Signatures;

namespace Platform.Petitions.CampaignPage;

/// <summary>Reads the approved wordings of a campaign whose page is public.</summary>
public sealed class WordingHistory(PetitionsDb db, TenantContext tenant, DatabaseClock clock)
{
    public async Task<HistoryView?> FindAsync(string slug, CancellationToken ct)
    {
        var campaign = await db.Campaigns.AsNoTracking().Include(c => c.Texts).SingleOrDefaultAsync(c => c.Slug == slug, ct);
        if (campaign is null || !PageRule.Of(PageRule.StateOf(campaign, await clock.NowAsync(ct))).Words)
        {
            return null;
        }

        var signed = await db.Signatures.Where(s => s.CampaignId == campaign.Id && s.State == SignatureState.Confirmed && !s.Testing)
            .GroupBy(s => s.TextVersion).Select(g => new { Version = g.Key, Count = g.LongCount() }).ToDictionaryAsync(g => g.Version, g => g.Count, ct);
        var approved = campaign.Texts.Where(t => t.ApprovedAt is not null).OrderBy(t => t.Version).ToList();
        var wordings = approved
            .Select(t => new WordingView(t.Language, t.Version, t.ApprovedAt!.Value, signed.GetValueOrDefault(t.Version), Changes(approved.LastOrDefault(o => o.Language == t.Language && o.Version < t.Version), t)))
            .OrderByDescending(w => w.Version).ToList();
        return new HistoryView(
            campaign.Title, campaign.Language, $"{tenant.Root}/{campaign.Slug}",
            TimeZoneInfo.TryFindSystemTimeZoneById(campaign.TimeZone, out var zone) ? zone : TimeZoneInfo.Utc, campaign.ReviewedAt is not null, wordings);
    }

    private static List<WordingChange> Changes(CampaignText? before, CampaignText after) =>
    [
        .. Compared("campaign-page.history-field-title", before?.Title, after.Title),
        .. Compared("campaign-page.demand", before?.Demand, after.Demand),
        .. Compared("campaign-page.history-field-body", before?.Body, after.Body),
    ];

    /// <summary>Paragraph by paragraph; a first wording is shown whole, an untouched field not at all.</summary>
    private static IEnumerable<WordingChange> Compared(string key, string? before, string after)
    {
        var (old, now) = (Paragraphs(before), Paragraphs(after));
        if (before is null)
        {
            return [new WordingChange(key, [], now)];
        }

        var (gone, come) = (old.Except(now, StringComparer.Ordinal).ToList(), now.Except(old, StringComparer.Ordinal).ToList());
        return gone.Count + come.Count > 0 ? [new WordingChange(key, gone, come)] : [];
    }

    private static List<string> Paragraphs(string? text) =>
        [.. CleanText.MultiLine(text).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
}

/// <summary>The history of one campaign's words.</summary>
/// <param name="Language">The campaign's own.</param>
public sealed record HistoryView(string Title, string Language, string Address, TimeZoneInfo Zone, bool Indexed, IReadOnlyList<WordingView> Wordings);

/// <summary>One wording with what it changed in its language, newest first.</summary>
/// <param name="Signed">Confirmed signatures given for exactly this wording.</param>
public sealed record WordingView(string Language, int Version, DateTimeOffset ApprovedAt, long Signed, IReadOnlyList<WordingChange> Changes)
{
    public bool IsFirst => Changes.All(c => c.Before.Count == 0) && Changes.Count == 3;
}

/// <summary>Paragraphs that went and came in one field.</summary>
public sealed record WordingChange(string Key, IReadOnlyList<string> Before, IReadOnlyList<string> After);
