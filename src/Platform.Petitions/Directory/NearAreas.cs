using Microsoft.EntityFrameworkCore;
using Platform.Petitions.CampaignPage;
using Platform.Petitions.Signing;

namespace Platform.Petitions.Directory;

/// <summary>Places that a postcode can mean, among those petitions were signed from.</summary>
public sealed class NearAreas(PetitionsDb db, CampaignLists lists)
{
    /// <param name="country">Null looks in all of them.</param>
    /// <param name="postcode">Clean, whole or only its beginning.</param>
    /// <returns>Those with most petitions first.</returns>
    public async Task<IReadOnlyList<NearArea>> FindAsync(string? country, string postcode, CancellationToken ct)
    {
        var starts = Postcodes.Regions(postcode);
        var signed = await lists.Listed
            .Join(
                db.Regions.Where(r => starts.Contains(r.Region) && r.Confirmed >= AreaShare.Smallest && (country == null || r.Country == country)),
                c => new { c.TenantId, c.Id }, r => new { r.TenantId, Id = r.CampaignId }, (_, r) => new { r.Country, r.Region })
            .GroupBy(r => r).Select(group => new { group.Key.Country, group.Key.Region, Petitions = group.Count() }).ToListAsync(ct);
        return [.. signed.Where(area => area.Region == Postcodes.RegionIn(area.Country, postcode)).OrderByDescending(area => area.Petitions).ThenBy(area => area.Country, StringComparer.Ordinal)
            .Select(area => new NearArea(new NearPlace(area.Country, area.Region), area.Petitions))];
    }
}
