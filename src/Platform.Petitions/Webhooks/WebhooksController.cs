using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Core.Tenancy;

namespace Platform.Petitions.Webhooks;

/// <summary>The organisation's endpoints. A secret is shown once, on the answer to the press that made it.</summary>
[OrganiserPage(MemberRole.Owner)]
[Route("/{org}/desk/webhooks")]
public sealed class WebhooksController(PetitionsDb db, WebhookDesk desk, TenantContext tenant) : Controller
{
    private const int Shown = 50;

    private string Here => $"/{tenant.Slug}/desk/webhooks";

    [HttpGet("")]
    public Task<IActionResult> List(CancellationToken ct) => ListAsync(new WebhookForm(), ct);

    [HttpPost("")]
    public async Task<IActionResult> Add(WebhookForm? form, CancellationToken ct)
    {
        if (form is null)
        {
            return BadRequest();
        }

        await desk.CheckAsync(form, ModelState, another: true, ct);
        if (!ModelState.IsValid)
        {
            return await ListAsync(form, ct);
        }

        var (endpoint, secret) = await desk.AddAsync(form, ct);
        return await PageAsync(endpoint, WebhookForm.Of(endpoint), secret, ct);
    }

    [HttpGet("{endpoint:guid}")]
    public Task<IActionResult> Show(Guid endpoint, CancellationToken ct) => WithAsync(endpoint, e => PageAsync(e, WebhookForm.Of(e), null, ct), ct);

    [HttpPost("{endpoint:guid}")]
    public Task<IActionResult> Change(Guid endpoint, WebhookForm? form, CancellationToken ct) => WithAsync(endpoint, async e =>
    {
        if (form is null)
        {
            return BadRequest();
        }

        await desk.CheckAsync(form, ModelState, another: false, ct);
        if (!ModelState.IsValid)
        {
            return await PageAsync(e, form, null, ct);
        }

        await desk.ChangeAsync(e, form, ct);
        return LocalRedirect($"{Here}/{endpoint}");
    }, ct);

    [HttpPost("{endpoint:guid}/secret")]
    public Task<IActionResult> Rotate(Guid endpoint, CancellationToken ct) => WithAsync(endpoint, async e =>
    {
        var secret = await desk.RotateAsync(e, ct);
        return await PageAsync(e, WebhookForm.Of(e), secret, ct);
    }, ct);

    [HttpPost("{endpoint:guid}/switch")]
    public Task<IActionResult> Switch(Guid endpoint, bool on, CancellationToken ct) => WithAsync(endpoint, async e =>
    {
        await desk.SwitchAsync(e, on, ct);
        return LocalRedirect($"{Here}/{endpoint}");
    }, ct);

    [HttpPost("{endpoint:guid}/removal")]
    public Task<IActionResult> Remove(Guid endpoint, CancellationToken ct) => WithAsync(endpoint, async e =>
    {
        await desk.RemoveAsync(e, ct);
        return LocalRedirect(Here);
    }, ct);

    private async Task<IActionResult> WithAsync(Guid endpoint, Func<WebhookEndpoint, Task<IActionResult>> act, CancellationToken ct) => await desk.FindAsync(endpoint, ct) is { } found ? await act(found) : NotFound();

    private async Task<IActionResult> ListAsync(WebhookForm form, CancellationToken ct) =>
        View("/Webhooks/List.cshtml", new WebhookListView(form, Here, await db.WebhookEndpoints.AsNoTracking().OrderBy(e => e.CreatedAt).ToListAsync(ct)));

    private async Task<IActionResult> PageAsync(WebhookEndpoint endpoint, WebhookForm form, string? secret, CancellationToken ct)
    {
        var log = await db.WebhookDeliveries.AsNoTracking().Where(d => d.EndpointId == endpoint.Id).OrderByDescending(d => d.CreatedAt).ThenByDescending(d => d.Id).Take(Shown).ToListAsync(ct);
        return View("/Webhooks/Show.cshtml", new WebhookView(form, $"{Here}/{endpoint.Id}", endpoint, secret, log));
    }
}

public sealed record WebhookListView(WebhookForm Form, string Here, IReadOnlyList<WebhookEndpoint> Endpoints);

/// <param name="Secret">Just made; null otherwise.</param>
public sealed record WebhookView(WebhookForm Form, string Here, WebhookEndpoint Endpoint, string? Secret, IReadOnlyList<WebhookDelivery> Log);
