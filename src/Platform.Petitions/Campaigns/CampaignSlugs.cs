using Microsoft.EntityFrameworkCore;
using Platform.Core.Text;

namespace Platform.Petitions.Campaigns;

/// <summary>Addresses of an organisation's campaigns. One that was ever given is never given again: it redirects for ever.</summary>
public sealed class CampaignSlugs(PetitionsDb db)
{
    /// <summary>A free slug for a title; two starts at the same moment are decided by the table's key.</summary>
    public async Task<string> SuggestAsync(string title, string language, CancellationToken ct)
    {
        var wished = Slug.From(title, language: language);
        var stem = wished[..Math.Min(wished.Length, Slug.MaxLength - 6)].TrimEnd('-');
        var taken = (await db.Slugs.Where(s => s.Slug == wished || s.Slug.StartsWith(stem)).Select(s => s.Slug).ToListAsync(ct)).ToHashSet();
        var slug = wished;
        for (var number = 2; taken.Contains(slug); number++)
        {
            slug = Slug.Numbered(wished, number);
        }

        return slug;
    }

    /// <summary>Gives the campaign another address and keeps the old one for those who have it.</summary>
    /// <returns>False when another campaign has or had it.</returns>
    public async Task<bool> RenameAsync(Campaign campaign, string slug, CancellationToken ct)
    {
        var owner = await db.Slugs.Where(s => s.Slug == slug).Select(s => (Guid?)s.CampaignId).SingleOrDefaultAsync(ct);
        if (owner is not null && owner != campaign.Id)
        {
            return false;
        }

        if (owner is null)
        {
            db.Slugs.Add(new SlugRecord { Slug = slug, CampaignId = campaign.Id });
        }

        campaign.Rename(slug);
        return true;
    }
}
