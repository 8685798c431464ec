using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Core.Text;
using Platform.Petitions.Abuse;
using Platform.Petitions.Moderation;
using Platform.Petitions.Outbox;
using Platform.Petitions.Signing;

namespace Platform.Petitions.Site;

/// <summary>Writing to the platform's staff, or to an organisation's owners.</summary>
[PublicPage]
public sealed class ContactController(PetitionsDb db, TenantContext tenant, Senders senders, Admission admission, Fingerprints fingerprints) : Controller
{
    private const int MostAtOnce = 5;
    private const int LongestBrowser = 300;

    [HttpGet("/contact")]
    [HttpGet("/{org}/contact")]
    public async Task<IActionResult> Show(string? petition, CancellationToken ct) =>
        View("Contact", new ContactForm { Petition = CleanText.Shorten(CleanText.SingleLine(petition), 200), Organisation = await NameAsync(ct) });

    [HttpPost("/contact")]
    [HttpPost("/{org}/contact")]
    [IgnoreAntiforgeryToken]
    [SameOrigin]
    public async Task<IActionResult> Send(ContactForm? form, CancellationToken ct)
    {
        if (form is null)
        {
            return BadRequest();
        }

        form.Organisation = await NameAsync(ct);
        var text = CleanText.MultiLine(form.Text);
        if (text.Length == 0 && ModelState.IsValid)
        {
            ModelState.AddModelError(nameof(form.Text), "error.required");
        }

        if (!string.IsNullOrWhiteSpace(form.Email) && EmailAddress.Parse(form.Email) is null)
        {
            ModelState.AddModelError(nameof(form.Email), "error.email");
        }

        if (!ModelState.IsValid)
        {
            return View("Contact", form);
        }

        // Who is blocked or sends too much sees the same page, and nobody gets anything.
        if (!IsBlocked(form) && senders.Allows("contact", senders.Of(HttpContext.Connection.RemoteIpAddress), MostAtOnce))
        {
            await DeliverAsync(form, text, ct);
        }

        return View("Contacted", form);
    }

    private bool IsBlocked(ContactForm form)
    {
        var from = HttpContext.Connection.RemoteIpAddress;
        return (EmailAddress.Parse(form.Email) is { } email ? admission.Lists.Judge(email, fingerprints.Of(email), from) : admission.Lists.Judge(from)) == ListVerdict.Block;
    }

    private async Task DeliverAsync(ContactForm form, string text, CancellationToken ct)
    {
        var browser = CleanText.SingleLine(Request.Headers.UserAgent);
        var message = new ContactMessage
        {
            TenantId = tenant.Id,
            Text = text,
            Email = EmailAddress.Parse(form.Email)?.Address,
            Petition = CleanText.SingleLine(form.Petition) is { Length: > 0 } petition ? petition : null,
            Browser = browser.Length > LongestBrowser ? CleanText.Shorten(browser, LongestBrowser) : browser,
        };
        db.ContactMessages.Add(message);
        var readers = tenant.Id is null
            ? await db.Users.Where(u => u.PlatformRole == PlatformRole.Admin && u.SuspendedAt == null).Select(u => u.Id).ToListAsync(ct)
            : await db.Memberships.Where(m => m.Role == MemberRole.Owner).Select(m => m.UserId).ToListAsync(ct);
        db.Outbox.AddRange(readers.Select(reader => new OutboxMail(MailKind.ContactMessage, tenant.Id, null, reader, message.Id.ToString())));
        await db.SaveChangesAsync(ct);
    }

    private async Task<string?> NameAsync(CancellationToken ct) =>
        tenant.Id is { } id ? await db.Organisations.Where(o => o.Id == id).Select(o => o.Name).SingleAsync(ct) : null;
}

public sealed class ContactForm
{
    [Required, StringLength(5000)]
    public string? Text { get; set; }

    [StringLength(EmailAddress.MaxLength)]
    public string? Email { get; set; }

    [StringLength(200)]
    public string? Petition { get; set; }

    /// <summary>Who reads it; null for the platform itself.</summary>
    [Microsoft.AspNetCore.Mvc.ModelBinding.BindNever]
    public string? Organisation { get; set; }
}
