using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Counting;
using Platform.Petitions.Moderation;
using Platform.Petitions.MySignatures;
using Platform.Petitions.Outbox;
using Platform.Petitions.Signatures;
using Platform.Petitions.Signing;

namespace Platform.Petitions.Abuse;

/// <summary>Finding signatures, taking one out, and taking back what was removed or set aside. Staff never confirm for anybody.</summary>
[AdminPage]
[AcrossTenants]
public sealed class SignatureSearchController(
    PetitionsDb db, SignatureSearch search, CampaignEntry entry, CountExit exit, CountReturn returns, ChangeSignature change,
    MailSuppressions suppressions, Fingerprints fingerprints, Audit audit) : Controller
{
    private const string StaffActor = "moderator";

    [HttpGet("/admin/signatures")]
    public async Task<IActionResult> Index(SignatureFilter filter, Guid? before, CancellationToken ct)
    {
        var asked = filter with { Q = filter.Q?.Trim() };
        if (ModelState.IsValid && asked.Campaign is null && asked.Q is { Length: > 0 } && !asked.IsAddress)
        {
            ModelState.AddModelError(nameof(asked.Campaign), "admin.signatures.say-which");
        }

        if (!ModelState.IsValid || (asked.Campaign is null && !asked.IsAddress))
        {
            return View("Signatures", new SignaturesPage(asked, [], More: false, SetAside: 0, Stopped: null, Searched: false));
        }

        var found = await search.PageAsync(asked, before, ct);
        var aside = asked.Campaign is null ? 0 : await search.CountSetAsideAsync(asked, ct);
        return View("Signatures", new SignaturesPage(asked, [.. found.Take(SignatureSearch.PageSize)], found.Count > SignatureSearch.PageSize, aside, await StoppedAsync(asked, ct), Searched: true));
    }

    [HttpPost("/admin/signatures/{campaign:guid}/{id:guid}/remove")]
    public Task<IActionResult> Remove(Guid campaign, Guid id, string? back, CancellationToken ct) => ActAsync(campaign, id, back, "signature.remove",
        s => s.State is SignatureState.Pending or SignatureState.Confirmed, s => exit.LeaveAsync(s.TenantId, s.CampaignId, s.Id, SignatureState.Removed, StaffActor, ct), ct);

    [HttpPost("/admin/signatures/{campaign:guid}/{id:guid}/restore")]
    public Task<IActionResult> Restore(Guid campaign, Guid id, string? back, CancellationToken ct) => ActAsync(campaign, id, back, "signature.restore",
        s => s.State is SignatureState.Removed or SignatureState.Quarantined, s => returns.ReturnAsync(s.TenantId, s.CampaignId, [s.Id], ct), ct);

    [HttpPost("/admin/signatures/{campaign:guid}/{id:guid}/stop-mails")]
    public Task<IActionResult> StopMails(Guid campaign, Guid id, string? back, CancellationToken ct) => ActAsync(campaign, id, back, "signature.stop-mails",
        s => s.WantsUpdates, s => change.StopUpdatesAsync(s, ct), ct);

    /// <summary>For whoever asks us to write again: to a mailbox that was repaired, or after pressing "spam" by mistake.</summary>
    [HttpPost("/admin/signatures/mails-again")]
    public async Task<IActionResult> MailsAgain(string? email, string? back, CancellationToken ct)
    {
        if (EmailAddress.Parse(email) is not { } address)
        {
            return BadRequest();
        }

        if (await suppressions.LiftAsync(fingerprints.Of(address), ct))
        {
            audit.Note("mailbox.mails-again", detail: address.Domain);
            await db.SaveChangesAsync(ct);
        }

        return BackTo(back);
    }

    /// <summary>All that a search finds set aside in one campaign.</summary>
    [HttpPost("/admin/signatures/restore")]
    public async Task<IActionResult> RestoreAll(SignatureFilter filter, string? back, CancellationToken ct)
    {
        if (!ModelState.IsValid || filter.Campaign is not { } reference)
        {
            return BadRequest();
        }

        var id = await db.AcrossTenants<Campaign>().Where(c => c.Reference == reference).Select(c => (Guid?)c.Id).SingleOrDefaultAsync(ct);
        if (id is not { } found || await entry.EnterAsync(found, ct) is not { } campaign)
        {
            return NotFound();
        }

        var restored = await returns.ReturnAsync(campaign.TenantId, campaign.Id, await search.SetAsideAsync(filter, ct), ct);
        audit.Note("signature.restore", campaign.Id, $"{restored} at once");
        await db.SaveChangesAsync(ct);
        return BackTo(back);
    }

    private async Task<IActionResult> ActAsync(Guid campaign, Guid id, string? back, string action, Func<Signature, bool> fits, Func<Signature, Task> act, CancellationToken ct)
    {
        if (await entry.EnterAsync(campaign, ct) is null || await db.Signatures.AsNoTracking().SingleOrDefaultAsync(s => s.CampaignId == campaign && s.Id == id, ct) is not { } signature)
        {
            return NotFound();
        }

        // Somebody else was quicker: the list shows what is true now.
        if (fits(signature))
        {
            await act(signature);
            audit.Note(action, campaign, $"signature {id}");
            await db.SaveChangesAsync(ct);
        }

        return BackTo(back);
    }

    private async Task<SuppressionCause?> StoppedAsync(SignatureFilter filter, CancellationToken ct) =>
        filter.IsAddress && (await suppressions.AmongAsync([fingerprints.Of(EmailAddress.Parse(filter.Q)!)], ct)).Values.ToList() is [var cause] ? cause : null;

    private IActionResult BackTo(string? back) =>
        Url.IsLocalUrl(back) && back.StartsWith("/admin/signatures", StringComparison.Ordinal) ? LocalRedirect(back) : Redirect("/admin/signatures");
}

/// <param name="SetAside">How many of all found are quarantined and could be restored at once.</param>
/// <param name="Stopped">Why the address that was searched for gets no mails.</param>
public sealed record SignaturesPage(SignatureFilter Filter, IReadOnlyList<FoundSignature> Lines, bool More, int SetAside, SuppressionCause? Stopped, bool Searched);
