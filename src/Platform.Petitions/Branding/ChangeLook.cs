using Platform.Petitions.Campaigns;
using Platform.Petitions.Moderation;
using Platform.Petitions.Organisations;
using Platform.Petitions.Pictures;

namespace Platform.Petitions.Branding;

/// <summary>Gives an organisation's pages another look, and has them made anew.</summary>
public sealed class ChangeLook(PetitionsDb db, StorePicture pictures, RefreshPages refresh, Audit audit)
{
    /// <param name="form">Checked.</param>
    /// <param name="logo">A new one, or null.</param>
    /// <param name="banner">A new one, or null.</param>
    public async Task RunAsync(Organisation organisation, LookForm form, Logo? logo, Picture? banner, CancellationToken ct)
    {
        organisation.Paint(form.Colour);
        organisation.ShowLogo(logo ?? (form.RemoveLogo ? null : organisation.Logo is { } before ? before with { Alt = form.LogoAlt! } : null));
        if (banner is not null)
        {
            pictures.Keep(banner);
        }

        organisation.HangBanner(banner?.Id ?? (form.RemoveBanner ? null : organisation.BannerId), form.BannerAlt);
        audit.Note("organisation.look");
        await db.SaveChangesAsync(ct);
        await refresh.RunAsync(organisation, organisation.Domain, ct);
    }
}
