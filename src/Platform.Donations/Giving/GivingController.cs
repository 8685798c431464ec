using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Platform.Core.Access;
using Platform.Donations.StripeAccounts;

namespace Platform.Donations.Giving;

/// <summary>The page on which somebody gives to a campaign. It knows nothing of signing, and reads no cookie.</summary>
[PublicPage]
[IgnoreAntiforgeryToken]
[SameOrigin]
[LeadsToStripe]
public sealed class GivingController(GivingPlaces places, GivePages pages) : Controller
{
    private const string Path = "/{org}/{campaign}/give";

    [HttpGet(Path)]
    public async Task<IActionResult> Give(string campaign, string? lang, string? currency, CancellationToken ct) =>
        await places.CampaignAsync(campaign, lang, ct) is { } open ? pages.Show(this, open, currency) : NotFound();

    [HttpPost(Path)]
    public async Task<IActionResult> Give(string campaign, GiveForm? form, CancellationToken ct) => form is null ? BadRequest()
        : await places.CampaignAsync(campaign, form.Lang, ct) is { } open ? await pages.TakeAsync(this, open, form, ct) : NotFound();
}

/// <summary>The platform's own page: for whoever runs it, and on no campaign's pages.</summary>
[PublicPage]
[IgnoreAntiforgeryToken]
[SameOrigin]
[LeadsToStripe]
public sealed class PlatformGivingController(GivingPlaces places, GivePages pages) : Controller
{
    [HttpGet("/give")]
    public async Task<IActionResult> Give(string? lang, string? currency, CancellationToken ct) => await places.PlatformAsync(lang, ct) is { } open ? pages.Show(this, open, currency) : NotFound();

    [HttpPost("/give")]
    public async Task<IActionResult> Give(GiveForm? form, CancellationToken ct) => form is null ? BadRequest()
        : await places.PlatformAsync(form.Lang, ct) is { } open ? await pages.TakeAsync(this, open, form, ct) : NotFound();
}
