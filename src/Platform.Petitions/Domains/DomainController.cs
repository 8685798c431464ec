using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Petitions.Database;

namespace Platform.Petitions.Domains;

/// <summary>The organisation's own domain: named, proven by a record in the DNS, given back.</summary>
[OrganiserPage(MemberRole.Owner)]
[Route("/{org}/desk/domain")]
public sealed class DomainController(PetitionsDb db, TenantContext tenant, Links links, DomainOptions options, ClaimDomain claims, CheckDomain check, DatabaseClock clock) : Controller
{
    private string Here => $"/{tenant.Slug}/desk/domain";

    /// <param name="found">What the look of a moment ago came to.</param>
    [HttpGet("")]
    public Task<IActionResult> Show(DomainFound? found, CancellationToken ct) => PageAsync(new DomainForm(), ModelState.IsValid ? found : null, ct);

    [HttpPost("")]
    public async Task<IActionResult> Claim(DomainForm? form, CancellationToken ct)
    {
        if (form is null)
        {
            return BadRequest();
        }

        if (await claims.RunAsync(form.Domain, ct) is not { } problem)
        {
            return LocalRedirect(Here);
        }

        ModelState.AddModelError(nameof(form.Domain), problem);
        return await PageAsync(form, null, ct);
    }

    [HttpPost("check")]
    public async Task<IActionResult> Check(CancellationToken ct) => LocalRedirect($"{Here}?found={await check.RunAsync(byOwner: true, ct)}");

    [HttpPost("removal")]
    public async Task<IActionResult> GiveBack(CancellationToken ct)
    {
        await claims.GiveBackAsync(ct);
        return LocalRedirect(Here);
    }

    private async Task<IActionResult> PageAsync(DomainForm form, DomainFound? found, CancellationToken ct)
    {
        var claim = await db.DomainClaims.AsNoTracking().SingleOrDefaultAsync(ct);
        var domain = await db.Organisations.Where(o => o.Id == tenant.Id).Select(o => o.Domain).SingleAsync(ct);
        ViewData["Domain"] = new DomainView(
            Here, domain, claim, DomainStates.Of(domain, claim, await clock.NowAsync(ct)), found, domain is null ? null : links.Organisation(tenant.Slug, domain), options.Target ?? links.To("/").Host, options.Addresses);
        return View("/Domains/Domain.cshtml", form);
    }
}

public sealed class DomainForm
{
    public string? Domain { get; set; }
}

/// <param name="Domain">In use.</param>
/// <param name="Claim">Null where none was made; also where the platform's people gave a domain without one.</param>
/// <param name="Address">Of the pages at the domain in use.</param>
/// <param name="Target">Where a CNAME leads.</param>
public sealed record DomainView(string Here, string? Domain, DomainClaim? Claim, DomainState State, DomainFound? Found, Uri? Address, string Target, IReadOnlyList<string> Addresses);
