using System.Globalization;
using Platform.Core.Tenancy;
using Platform.Petitions.CampaignPage;
using Platform.Petitions.Updates;

namespace Platform.Petitions.Api;

/// <summary>Updates of one petition, as its page shows them.</summary>
public sealed class PublicUpdates(PublicCampaigns campaigns, UpdateLists updates, Links links)
{
    private const int PageSize = 50;

    /// <param name="from">The number a part begins behind, going down; negative going up; null for the newest.</param>
    public async Task<ApiAnswer<UpdateList>?> ReadAsync(Guid id, int? from, CancellationToken ct)
    {
        // The page decides whether there is a list at all.
        if (await campaigns.ReadAsync<CampaignView>(id, null, view => view.Rule.Words ? view : null, ct) is not { } answer)
        {
            return null;
        }

        if (answer.Body is not { } page)
        {
            return new ApiAnswer<UpdateList>(id, null, answer.Gone);
        }

        var up = from is < 0 and > int.MinValue;
        var found = up ? await updates.OldestAsync(id, -from!.Value, PageSize + 1, ct) : await updates.NewestAsync(id, from, PageSize + 1, ct);
        var (part, more) = (found.Take(PageSize).OrderByDescending(u => u.Number).ToList(), found.Count > PageSize);
        var prev = part.Count > 0 && (up ? more : from is not null) ? -part[0].Number : (int?)null;
        var next = part.Count > 0 && (up || more) ? part[^1].Number : (int?)null;
        return new ApiAnswer<UpdateList>(id, new UpdateList(
            page.Updates.Count, [.. part.Select(u => UpdateItem.Of(u, page))], PageLinks.Of(links.To($"{ApiProblem.Root}/campaigns/{id}/updates"), Text(from), Text(prev), Text(next))));
    }

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
