using Microsoft.AspNetCore.Mvc;
using Platform.Core.Access;
using Platform.Core.Tenancy;

namespace Platform.Donations.Gifts;

/// <summary>What came in: each gift, the sums, who gives monthly, what Stripe kept and paid out.</summary>
[OrganiserPage(MemberRole.Editor)]
[Route("/{org}/desk/gifts")]
public sealed class GiftsController(GiftReader reader, TenantContext tenant, CurrentUser me) : Controller
{
    private GiftDesk Desk => new($"/{tenant.Slug}/desk/gifts", me.May(MemberRole.Owner));

    /// <param name="before">Last gift of the page before.</param>
    [HttpGet("")]
    public async Task<IActionResult> List(Guid? campaign, Guid? before, CancellationToken ct) => View("List", await reader.ListAsync(Desk, campaign, before, ct));

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id, CancellationToken ct) => await reader.FindAsync(Desk, id, ct) is { } gift ? View("Show", gift) : NotFound();
}
