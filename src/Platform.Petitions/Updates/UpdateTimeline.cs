using Microsoft.EntityFrameworkCore;

namespace Platform.Petitions.Updates;

/// <summary>An update's entry in its campaign's history: it stays, and says the title for as long as that can be read.</summary>
public static class UpdateTimeline
{
    public const string Kind = "update";

    /// <summary>After a published update has changed, in the same transaction.</summary>
    public static Task<int> RetellAsync(this PetitionsDb db, CampaignUpdate update, CancellationToken ct) =>
        db.Timeline.Where(e => e.CampaignId == update.CampaignId && e.Kind == Kind && e.Number == update.Number)
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.Note, update.IsPublic ? update.Title : null), ct);
}
