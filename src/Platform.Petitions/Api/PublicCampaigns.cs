using Microsoft.EntityFrameworkCore;
using Platform.Core.Tenancy;
using Platform.Petitions.CampaignPage;
using Platform.Petitions.Directory;

namespace Platform.Petitions.Api;

/// <summary>Reads one campaign as its page does, whatever organisation it belongs to.</summary>
public sealed class PublicCampaigns(PetitionsDb db, CampaignLists lists, CampaignViews views, TenantContext tenant)
{
    /// <summary>All that its page shows.</summary>
    /// <param name="language">Null for the campaign's own.</param>
    /// <param name="body">Null where this campaign has no such thing to show.</param>
    public async Task<ApiAnswer<T>?> ReadAsync<T>(Guid id, string? language, Func<CampaignView, T?> body, CancellationToken ct)
        where T : class
    {
        if (await EnterAsync(id, ct) is not { } slug || await views.FindAsync(slug, language, ct) is not { State: not PageState.Gathering } view)
        {
            return null;
        }

        if (view.State == PageState.Removed)
        {
            return new ApiAnswer<T>(id, null, view.Explanation ?? "It was removed.");
        }

        return body(view) is { } shown ? new ApiAnswer<T>(id, shown) : null;
    }

    /// <summary>From here on this request works for the campaign's organisation.</summary>
    /// <returns>Its slug; null for none that could be public.</returns>
    public async Task<string?> EnterAsync(Guid id, CancellationToken ct)
    {
        var found = await lists.Source.Where(c => c.Id == id)
            .Select(c => new { c.TenantId, c.Slug, Organisation = db.Organisations.Where(o => o.Id == c.TenantId).Select(o => o.Slug).First() }).SingleOrDefaultAsync(ct);
        if (found is not null && tenant.Id is null)
        {
            tenant.Set(found.TenantId, found.Organisation);
        }

        return found?.Slug;
    }
}
