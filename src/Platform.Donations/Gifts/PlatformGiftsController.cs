using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Platform.Core.Access;
using Platform.Core.Tenancy;

namespace Platform.Donations.Gifts;

/// <summary>Gifts to whoever runs the platform, which no organisation's desk has: read, given back and downloaded by its admins.</summary>
[AdminPage(PlatformRole.Admin)]
[Route(Here)]
public sealed class PlatformGiftsController(GiftReader reader, GiftFile file, RefundDesk refunds, TenantContext tenant) : Controller
{
    private const string Here = "/admin/giving/gifts";

    private static readonly GiftDesk Desk = new(Here, Owns: true);

    public override void OnActionExecuting(ActionExecutingContext context) => tenant.Set(PlatformGifts.Id, "");

    /// <param name="before">Last gift of the page before.</param>
    [HttpGet("")]
    public async Task<IActionResult> List(Guid? before, CancellationToken ct) => View("PlatformList", await reader.ListAsync(Desk, null, before, ct));

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id, CancellationToken ct) => await reader.FindAsync(Desk, id, ct) is { } gift ? View("PlatformShow", gift) : NotFound();

    [HttpPost("export")]
    public async Task<IActionResult> Send(CancellationToken ct)
    {
        await file.SendAsync(Response, ct);
        return new EmptyResult();
    }

    [HttpPost("{id:guid}/refund")]
    public async Task<IActionResult> Ask(Guid id, string? amount, string? password, CancellationToken ct) => Back(id, await refunds.AskAsync(id, amount, password, ct));

    [HttpPost("{id:guid}/refunds/{request:guid}/{decision}")]
    public async Task<IActionResult> Decide(Guid id, Guid request, string decision, string? password, CancellationToken ct) =>
        Back(id, await refunds.DecideAsync(id, request, decision, password, ct));

    private IActionResult Back(Guid id, string? said) => said is null ? NotFound() : Redirect($"{Here}/{id}?refund={said}");
}
