using Microsoft.EntityFrameworkCore;
using Platform.Petitions.CampaignPage;
using Platform.Petitions.Site;

namespace Platform.Petitions.Areas;

/// <summary>Where a campaign's signatures come from, no cell under ten. Nothing while the platform computes no statistics.</summary>
public sealed class AreaLists(PetitionsDb db, SiteSwitches switches)
{
    /// <param name="most">Further countries are counted elsewhere.</param>
    public async Task<IReadOnlyList<AreaShare>> CountriesAsync(Guid campaign, int most, CancellationToken ct) => switches.StatisticsOff
        ? []
        : AreaShare.Fold(await db.Areas.Where(a => a.CampaignId == campaign).Select(a => new AreaShare(a.Country, a.Confirmed)).ToListAsync(ct), most);

    /// <summary>Regions of the country that most signed from.</summary>
    /// <param name="countries">As they are shown, largest first.</param>
    public async Task<IReadOnlyList<AreaShare>> RegionsAsync(Guid campaign, IReadOnlyList<AreaShare> countries, int most, CancellationToken ct) => countries is [{ Country: { } first } whole, ..]
        ? AreaShare.Fold(await db.Regions.Where(r => r.CampaignId == campaign && r.Country == first).Select(r => new AreaShare(r.Region, r.Confirmed)).ToListAsync(ct), whole.Count, most)
        : [];
}
