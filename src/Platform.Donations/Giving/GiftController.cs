using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Platform.Core.Access;

namespace Platform.Donations.Giving;

/// <summary>A giver's own gift: how it stands, and looking after it. Without an account: the link is signed.</summary>
[PublicPage]
[IgnoreAntiforgeryToken]
[SameOrigin]
public sealed class GiftController(GivingPlaces places, GiftPages pages) : Controller
{
    private const string Path = "/{org}/{campaign}/give";

    [HttpGet(Path + "/thanks/{session}")]
    public async Task<IActionResult> Thanks(string campaign, string session, CancellationToken ct) =>
        await places.FindAsync(campaign, null, ct) is { } open ? await pages.ThanksAsync(this, open, session, ct) : NotFound();

    [HttpGet(Path + "/manage/{token}")]
    public async Task<IActionResult> Manage(string campaign, string token, CancellationToken ct) =>
        await places.FindAsync(campaign, null, ct) is { } open ? await pages.ManageAsync(this, open, token, ct) : NotFound();

    [HttpPost(Path + "/manage/{token}/stop")]
    public async Task<IActionResult> Stop(string campaign, string token, CancellationToken ct) =>
        await places.FindAsync(campaign, null, ct) is { } open ? await pages.StopAsync(this, open, token, ct) : NotFound();

    [HttpPost(Path + "/manage/{token}/forget")]
    public async Task<IActionResult> Forget(string campaign, string token, CancellationToken ct) =>
        await places.FindAsync(campaign, null, ct) is { } open ? await pages.ForgetAsync(this, open, token, ct) : NotFound();
}

/// <summary>The same for gifts to the platform itself.</summary>
[PublicPage]
[IgnoreAntiforgeryToken]
[SameOrigin]
public sealed class PlatformGiftController(GivingPlaces places, GiftPages pages) : Controller
{
    [HttpGet("/give/thanks/{session}")]
    public async Task<IActionResult> Thanks(string session, CancellationToken ct) => await places.OwnAsync(null, ct) is { } open ? await pages.ThanksAsync(this, open, session, ct) : NotFound();

    [HttpGet("/give/manage/{token}")]
    public async Task<IActionResult> Manage(string token, CancellationToken ct) => await places.OwnAsync(null, ct) is { } open ? await pages.ManageAsync(this, open, token, ct) : NotFound();

    [HttpPost("/give/manage/{token}/stop")]
    public async Task<IActionResult> Stop(string token, CancellationToken ct) => await places.OwnAsync(null, ct) is { } open ? await pages.StopAsync(this, open, token, ct) : NotFound();

    [HttpPost("/give/manage/{token}/forget")]
    public async Task<IActionResult> Forget(string token, CancellationToken ct) => await places.OwnAsync(null, ct) is { } open ? await pages.ForgetAsync(this, open, token, ct) : NotFound();
}
