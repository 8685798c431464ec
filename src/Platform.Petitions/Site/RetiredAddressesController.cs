using Microsoft.AspNetCore.Mvc;
using Platform.Core.Access;

namespace Platform.Petitions.Site;

/// <summary>Addresses at which fixed pages stood once, or where people and programs look for them. They lead to the page for good.</summary>
[PublicPage]
public sealed class RetiredAddressesController : Controller
{
    [HttpGet("/privacy"), HttpHead("/privacy")]
    public IActionResult Privacy() => RedirectPermanent("/about/privacy");

    [HttpGet("/cookies"), HttpHead("/cookies")]
    public IActionResult Cookies() => RedirectPermanent("/about/cookies");

    [HttpGet("/accessibility"), HttpHead("/accessibility")]
    public IActionResult Accessibility() => RedirectPermanent("/about/accessibility");

    [HttpGet("/terms"), HttpHead("/terms")]
    public IActionResult Terms() => RedirectPermanent("/about/rules");

    [HttpGet("/help"), HttpHead("/help")]
    public IActionResult Help() => RedirectPermanent("/about/how-it-works");
}
