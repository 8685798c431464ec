using Microsoft.EntityFrameworkCore;
using Platform.Core.Modules;
using Platform.Core.Tenancy;
using Platform.Core.Text;
using Platform.Donations.DonationSettings;

namespace Platform.Donations.Giving;

/// <summary>Finds out whether somebody can give at an address, and speaks a language in which the recipient has said what for.</summary>
public sealed class GivingPlaces(DonationsDb db, ICampaignDirectory campaigns, TenantContext tenant, Links links, Localiser texts, Catalogue catalogue)
{
    /// <returns>Null where nobody can give: not switched on, no account, or a campaign that is not published.</returns>
    public async Task<OpenPlace?> CampaignAsync(string slug, string? language, CancellationToken ct) =>
        await FindAsync(slug, language, ct) is { } found && found.Settings.CanTake && found.Place.Campaign!.Published
            && await db.Campaigns.AnyAsync(c => c.CampaignId == found.Place.Campaign.Id && c.On, ct) ? found : null;

    public async Task<OpenPlace?> PlatformAsync(string? language, CancellationToken ct) =>
        await OwnAsync(language, ct) is { Settings: { CanTake: true, PlatformPage: true } } open ? open : null;

    /// <summary>For pages about a gift that was begun: it stays to be seen, whatever was switched off since.</summary>
    public async Task<OpenPlace?> FindAsync(string slug, string? language, CancellationToken ct)
    {
        if (await db.Settings.AsNoTracking().SingleOrDefaultAsync(ct) is not { } settings)
        {
            return null;
        }

        Speak(settings, language);
        return await campaigns.FindAsync(slug, texts.Language.Code, ct) is { } campaign && await campaigns.OrganisationAsync(ct) is { } organisation
            ? new OpenPlace(new GivingPlace(campaign, organisation.Name, campaign.Path + "/give", new Uri(campaign.Address.AbsoluteUri + "/give")), settings)
            : null;
    }

    /// <inheritdoc cref="FindAsync"/>
    public async Task<OpenPlace?> OwnAsync(string? language, CancellationToken ct)
    {
        if (tenant.Id is null)
        {
            tenant.Set(PlatformGifts.Id, "");
        }

        // An organisation's own host has no page of the platform's.
        if (tenant.Id != PlatformGifts.Id || await db.Settings.AsNoTracking().SingleOrDefaultAsync(ct) is not { } settings)
        {
            return null;
        }

        Speak(settings, language);
        return new OpenPlace(new GivingPlace(null, texts["layout.name"], "/give", links.To("/give")), settings);
    }

    private void Speak(GivingSettings settings, string? asked)
    {
        var spoken = settings.Purposes.Select(p => p.Language).ToList();
        var language = asked is not null && spoken.Contains(asked) ? asked : spoken.Contains(texts.Language.Code) ? texts.Language.Code : spoken.FirstOrDefault();
        texts.Language = catalogue.Find(language) ?? texts.Language;
    }
}

public sealed record OpenPlace(GivingPlace Place, GivingSettings Settings);
