using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Platform.Core.Text;
using Platform.Petitions.Organisations;

namespace Platform.Petitions.Branding;

/// <summary>How an organisation's pages shall look.</summary>
public sealed class LookForm
{
    public const int LongestAlt = 200;

    public string? Accent { get; set; }

    public IFormFile? Logo { get; set; }

    public string? LogoAlt { get; set; }

    public bool RemoveLogo { get; set; }

    public IFormFile? Banner { get; set; }

    public string? BannerAlt { get; set; }

    public bool RemoveBanner { get; set; }

    /// <summary>What was typed as a colour; null also where nothing was.</summary>
    public Rgb? Colour => Rgb.Parse(Accent);

    public static LookForm Of(Organisation organisation) => new() { Accent = organisation.Accent, LogoAlt = organisation.Logo?.Alt, BannerAlt = organisation.BannerAlt };

    /// <summary>Everything but the files, which take longer.</summary>
    public void Check(ModelStateDictionary state, Organisation organisation)
    {
        (LogoAlt, BannerAlt) = (CleanText.SingleLine(LogoAlt), CleanText.SingleLine(BannerAlt));
        if (!string.IsNullOrWhiteSpace(Accent) && Colour is null)
        {
            state.AddModelError(nameof(Accent), "account.accent-invalid");
        }

        CheckAlt(state, nameof(LogoAlt), LogoAlt, Logo is not null || (organisation.Logo is not null && !RemoveLogo), "account.logo-alt-missing");
        CheckAlt(state, nameof(BannerAlt), BannerAlt, Banner is not null || (organisation.BannerId is not null && !RemoveBanner), "account.banner-alt-missing");
    }

    private static void CheckAlt(ModelStateDictionary state, string field, string alt, bool isShown, string missing)
    {
        if (isShown && alt.Length == 0)
        {
            state.AddModelError(field, missing);
        }
        else if (alt.Length > LongestAlt)
        {
            state.AddModelError(field, $"error.too-long?max={LongestAlt}");
        }
    }
}
