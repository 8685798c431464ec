using Microsoft.AspNetCore.Mvc;
using Platform.Core.Access;
using Platform.Core.Tenancy;

namespace Platform.Donations.Gifts;

/// <summary>Giving money back: owners only, with their password once more.</summary>
[OrganiserPage(MemberRole.Owner)]
[Route("/{org}/desk/gifts/{id:guid}")]
public sealed class RefundsController(RefundDesk refunds, TenantContext tenant) : Controller
{
    [HttpPost("refund")]
    public async Task<IActionResult> Ask(Guid id, string? amount, string? password, CancellationToken ct) => Back(id, await refunds.AskAsync(id, amount, password, ct));

    [HttpPost("refunds/{request:guid}/{decision}")]
    public async Task<IActionResult> Decide(Guid id, Guid request, string decision, string? password, CancellationToken ct) =>
        Back(id, await refunds.DecideAsync(id, request, decision, password, ct));

    private IActionResult Back(Guid id, string? said) => said is null ? NotFound() : LocalRedirect($"/{tenant.Slug}/desk/gifts/{id}?refund={said}");
}
