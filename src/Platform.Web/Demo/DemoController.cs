using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Platform.Core.Access;
using Platform.Petitions.Accounts;

namespace Platform.Web.Demo;

/// <summary>Who to be in the demo. Only where the demo is: never in Production.</summary>
[PublicPage]
public sealed class DemoController(UserManager<User> users, IWebHostEnvironment environment, TimeProvider clock) : Controller
{
    [HttpGet("/demo")]
    public async Task<IActionResult> Show()
    {
        if (environment.IsProduction() || await users.FindByEmailAsync(DemoPeople.Organiser) is null)
        {
            return NotFound();
        }

        var now = clock.GetUtcNow();
        return View("Demo", new DemoPage(
            DemoPeople.Password,
            [
                (DemoPeople.Organiser, "Organiser of three organisations", "/desk", null),
                (DemoPeople.Moderator, "Moderator", "/admin/queue", await DemoPeople.CodeAsync(users, DemoPeople.Moderator, now)),
                (DemoPeople.Admin, "Platform admin", "/admin", await DemoPeople.CodeAsync(users, DemoPeople.Admin, now)),
            ],
            [.. DemoStories.All.SelectMany(s => s.Campaigns.Select(c => (c.Texts[0].Title, $"/{s.Slug}/{c.Slug}", c.Status.ToString().ToLowerInvariant())))]));
    }
}

public sealed record DemoPage(
    string Password, IReadOnlyList<(string Email, string What, string Where, string? Code)> People, IReadOnlyList<(string Title, string Path, string State)> Campaigns);
