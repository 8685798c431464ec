using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Core.Text;
using Platform.Petitions.ApiKeys;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Drafting;
using Platform.Petitions.Moderation;

namespace Platform.Petitions.OwnApi;

/// <summary>Writes drafts for an organisation's program. An owner answers for them: whoever made the key, or another.</summary>
public sealed class WriteDraft(PetitionsDb db, StartCampaign start, EditDraft drafts, IOwners owners, CurrentKey key, Audit audit, TimeProvider clock)
{
    public Task<Campaign?> FindAsync(Guid id, CancellationToken ct) => drafts.FindAsync(id, ct);

    /// <returns>Null when something is wrong with it, said in <paramref name="state"/>; then nothing was begun.</returns>
    public async Task<Campaign?> BeginAsync(DraftInput input, ModelStateDictionary state, CancellationToken ct)
    {
        var author = await AuthorAsync(ct);
        input.Title ??= "";
        var empty = new Campaign(author, "draft", input.Language ?? "", input.TimeZone ?? "UTC");
        input.Read(empty, state, Context(empty, author));
        state.Remove(nameof(DetailsForm.Slug));
        if (!state.IsValid)
        {
            return null;
        }

        var begun = await start.RunAsync(author, CleanText.SingleLine(input.Title), input.Language!, input.TimeZone ?? "UTC", ct);
        return await ChangeAsync(begun, input, state, ct);
    }

    /// <returns>Null when something is wrong with it; then nothing was changed.</returns>
    public async Task<Campaign?> ChangeAsync(Campaign campaign, DraftInput input, ModelStateDictionary state, CancellationToken ct)
    {
        var context = Context(campaign, campaign.CreatedBy);
        var steps = input.Read(campaign, state, context);
        if (!state.IsValid)
        {
            return null;
        }

        return await drafts.SaveAsync(campaign.Id, fresh =>
        {
            if (DraftRules.CanEdit(fresh.Status))
            {
                foreach (var step in steps)
                {
                    step.Save(fresh, context);
                }

                audit.Note("campaign.draft-by-key", fresh.Id);
            }

            return Task.CompletedTask;
        }, ct);
    }

    private StepContext Context(Campaign campaign, Guid author) => new(author, clock.GetUtcNow(), 0, campaign.Status);

    private async Task<Guid> AuthorAsync(CancellationToken ct)
    {
        var maker = await db.ApiKeys.Where(k => k.Id == key.RequiredId).Select(k => k.CreatedBy).SingleAsync(ct);
        var all = await owners.AllAsync(ct);
        return all.Contains(maker) || all.Count == 0 ? maker : all[0];
    }
}
