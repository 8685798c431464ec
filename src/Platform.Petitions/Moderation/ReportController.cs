using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Core.Text;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Signatures;
using Platform.Petitions.Signing;
using Platform.Petitions.Updates;

namespace Platform.Petitions.Moderation;

/// <summary>"Report this petition", for anybody.</summary>
[PublicPage]
public sealed class ReportController(PetitionsDb db, UpdateLists updates, ReportCampaign report, Senders senders) : Controller
{
    [HttpGet("/{org}/{campaign}/report")]
    public async Task<IActionResult> Show(string campaign, long? signer, int? update, CancellationToken ct) =>
        await FindAsync(campaign, ct) is { } found && await FormAsync(new ReportForm { Signer = signer, Update = update }, found, ct) is var (form, _) ? View("Report", form) : NotFound();

    [HttpPost("/{org}/{campaign}/report")]
    [IgnoreAntiforgeryToken]
    [SameOrigin]
    public async Task<IActionResult> Send(string campaign, ReportForm? form, CancellationToken ct)
    {
        if (form is null || await FindAsync(campaign, ct) is not { } found || await FormAsync(form, found, ct) is not var (_, about))
        {
            return form is null ? BadRequest() : NotFound();
        }

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
            found.Id, about, form.Reason!, text.Length == 0 ? null : text, EmailAddress.Parse(form.Email)?.Address, senders.Of(HttpContext.Connection.RemoteIpAddress), ct);
        return View("Reported", found);
    }

    /// <summary>The form with what it is about: a signer's reason, an update, or the campaign itself; null when nobody can read such a thing.</summary>
    private async Task<(ReportForm Form, Guid? About)?> FormAsync(ReportForm form, Campaign campaign, CancellationToken ct)
    {
        form.Title = campaign.Title;
        if (form.Update is { } which)
        {
            var told = await updates.FindAsync(campaign.Id, which, ct);
            form.Quote = told?.Title;
            return told is { IsPublic: true } ? (form, told.Id) : null;
        }

        if (form.Signer is not { } number)
        {
            return (form, null);
        }

        var meant = await db.Signatures.AsNoTracking().SingleOrDefaultAsync(
            s => s.CampaignId == campaign.Id && s.Number == number && s.State == SignatureState.Confirmed && s.Reason != null && !s.ReasonHidden && s.ErasedAt == null, ct);
        form.Quote = meant?.Reason;
        return meant is null ? null : (form, meant.Id);
    }

    /// <summary>Only what everybody can read can be reported.</summary>
    private async Task<Campaign?> FindAsync(string slug, CancellationToken ct) =>
        await db.Campaigns.AsNoTracking().Include(c => c.Texts).SingleOrDefaultAsync(c => c.Slug == slug, ct) is { HasPublicPage: true } campaign ? campaign : null;
}

public sealed class ReportForm
{
    [Microsoft.AspNetCore.Mvc.ModelBinding.BindNever]
    public string Title { get; set; } = "";

    /// <summary>Number of the signer whose reason is meant.</summary>
    public long? Signer { get; set; }

    /// <summary>Number of the update that is meant.</summary>
    public int? Update { get; set; }

    [Microsoft.AspNetCore.Mvc.ModelBinding.BindNever]
    public string? Quote { get; set; }

    [Required(ErrorMessage = "error.choose")]
    public string? Reason { get; set; }

    [StringLength(2000)]
    public string? Text { get; set; }

    [StringLength(EmailAddress.MaxLength)]
    public string? Email { get; set; }
}
