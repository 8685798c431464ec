using Microsoft.EntityFrameworkCore;
using Platform.Petitions.Campaigns;

namespace Platform.Petitions.Drafting;

/// <summary>Loads and saves drafts. A save that meets another (typing goes on while the last autosave travels) is done again on the fresh row.</summary>
public sealed class EditDraft(PetitionsDb db)
{
    private const int Tries = 4;

    public Task<Campaign?> FindAsync(Guid id, CancellationToken ct) =>
        db.Campaigns.Include(c => c.Texts).SingleOrDefaultAsync(c => c.Id == id, ct);

    /// <param name="edit">May run again on a freshly read campaign.</param>
    /// <returns>The campaign as saved; null when there is none here.</returns>
    public async Task<Campaign?> SaveAsync(Guid id, Func<Campaign, Task> edit, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await FindAsync(id, ct) is not { } campaign)
            {
                return null;
            }

            await edit(campaign);
            try
            {
                await db.SaveChangesAsync(ct);
                return campaign;
            }
            catch (DbUpdateException) when (attempt < Tries)
            {
                db.ChangeTracker.Clear();
            }
        }
    }
}
