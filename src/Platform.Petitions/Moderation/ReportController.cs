using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Core.Text;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Signing;

namespace Platform.Petitions.Moderation;

/// <summary>"Report this petition", for anybody.</summary>
[PublicPage]
public sealed class ReportController(PetitionsDb db, ReportCampaign report, Senders senders) : Controller
{
    [HttpGet("/{org}/{campaign}/report")]
    public async Task<IActionResult> Show(string campaign, CancellationToken ct) =>
        await FindAsync(campaign, ct) is { } found ? View("Report", new ReportForm { Title = found.Title }) : NotFound();

    [HttpPost("/{org}/{campaign}/report")]
    [IgnoreAntiforgeryToken]
    [SameOrigin]
    public async Task<IActionResult> Send(string campaign, ReportForm? form, CancellationToken ct)
    {
        if (form is null || await FindAsync(campaign, ct) is not { } found)
        {
            return form is null ? BadRequest() : NotFound();
        }

        form.Title = found.Title;
        if (form.Reason is not null && !ReportCampaign.Reasons.Contains(form.Reason))
        {
            ModelState.AddModelError(nameof(form.Reason), "error.choose");
        }

        if (!string.IsNullOrWhiteSpace(form.Email) && EmailAddress.Parse(form.Email) is null)
        {
            ModelState.AddModelError(nameof(form.Email), "error.email");
        }

        if (!ModelState.IsValid)
        {
            return View("Report", form);
        }

        var text = CleanText.MultiLine(form.Text);
        await report.RunAsync(
            found.Id, form.Reason!, text.Length == 0 ? null : text, EmailAddress.Parse(form.Email)?.Address, senders.Of(HttpContext.Connection.RemoteIpAddress), ct);
        return View("Reported", found);
    }

    /// <summary>Only what everybody can read can be reported.</summary>
    private async Task<Campaign?> FindAsync(string slug, CancellationToken ct) =>
        await db.Campaigns.AsNoTracking().Include(c => c.Texts).SingleOrDefaultAsync(c => c.Slug == slug, ct) is { HasPublicPage: true } campaign ? campaign : null;
}

public sealed class ReportForm
{
    [Microsoft.AspNetCore.Mvc.ModelBinding.BindNever]
    public string Title { get; set; } = "";

    [Required(ErrorMessage = "error.choose")]
    public string? Reason { get; set; }

    [StringLength(2000)]
    public string? Text { get; set; }

    [StringLength(EmailAddress.MaxLength)]
    public string? Email { get; set; }
}
