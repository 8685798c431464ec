using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Organisations;
using Platform.Petitions.Pictures;

namespace Platform.Petitions.Branding;

/// <summary>Colour, logo and banner of an organisation, with what becomes of the colour in light and in dark.</summary>
[OrganiserPage(MemberRole.Owner)]
[Route("/{org}/desk/look")]
public sealed class LookController(PetitionsDb db, TenantContext tenant, StorePicture pictures, Uploads uploads, ChangeLook change) : Controller
{
    private const long BodyLimit = PictureEncoder.MostBytes + LogoEncoder.MostBytes + 512 * 1024;

    [HttpGet("")]
    public async Task<IActionResult> Show(CancellationToken ct)
    {
        var organisation = await OrganisationAsync(ct);
        return await PageAsync(organisation, LookForm.Of(organisation), ct);
    }

    [HttpPost(""), RequestSizeLimit(BodyLimit)]
    public async Task<IActionResult> Save(LookForm? form, CancellationToken ct)
    {
        if (form is null)
        {
            return BadRequest();
        }

        var organisation = await OrganisationAsync(ct);
        form.Check(ModelState, organisation);
        var logo = await TakeAsync(nameof(form.Logo), form.Logo, file => Uploads.ReadAsync(file, LogoEncoder.MostBytes, "account.logo-large", bytes => LogoEncoder.Encode(bytes, form.LogoAlt!), ct));
        var banner = await TakeAsync(nameof(form.Banner), form.Banner, file => pictures.ReadAsync(file, ct));

        // Only once both are right: the store takes nothing back, and what is not saved is named by nobody.
        await KeepAsync(nameof(form.Logo), logo, ct);
        await KeepAsync(nameof(form.Banner), banner, ct);
        if (!ModelState.IsValid)
        {
            return await PageAsync(organisation, form, ct);
        }

        await change.RunAsync(organisation, form, logo?.Made, banner?.Made, ct);
        return LocalRedirect($"/{tenant.Slug}/desk/look?done=saved");
    }

    /// <summary>What becomes of a colour that is being chosen; what the page itself shows once it is saved.</summary>
    [HttpGet("colours")]
    public IActionResult Colours(string? accent) => Json(ShownColours.Of(Rgb.Parse(accent)));

    /// <summary>A file is decoded only where the words beside it are right: it has to be chosen again otherwise.</summary>
    private async Task<Upload<T>?> TakeAsync<T>(string field, IFormFile? file, Func<IFormFile, Task<(Upload<T>? Made, string? Problem)>> read)
    {
        if (file is not { Length: > 0 } || !ModelState.IsValid)
        {
            return null;
        }

        var (made, problem) = await read(file);
        if (problem is not null)
        {
            ModelState.AddModelError(field, problem);
        }

        return made;
    }

    private async Task KeepAsync<T>(string field, Upload<T>? upload, CancellationToken ct)
    {
        if (upload is not null && ModelState.IsValid && await uploads.KeepAsync(upload, ct) is { } problem)
        {
            ModelState.AddModelError(field, problem);
        }
    }

    private async Task<ViewResult> PageAsync(Organisation organisation, LookForm form, CancellationToken ct)
    {
        ViewData["Organisation"] = organisation;
        ViewData["Banner"] = await db.BannerAsync(organisation, ct);
        return View("/Branding/Look.cshtml", form);
    }

    private Task<Organisation> OrganisationAsync(CancellationToken ct) => db.Organisations.SingleAsync(o => o.Id == tenant.Id, ct);
}

/// <param name="Light">Null for the platform's own, as the others are, also where nothing readable was typed.</param>
public sealed record ShownColours(string? Chosen, string? Light, string? Dark, bool Darker, bool Lighter)
{
    public static ShownColours Of(Rgb? chosen) => AccentColours.Of(chosen) is { } made
        ? new(chosen.ToString(), made.Light.ToString(), made.Dark.ToString(), made.Darker, made.Lighter)
        : new(null, null, null, false, false);
}
