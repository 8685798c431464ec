using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Core.Text;
using Platform.Petitions.Moderation;
using Platform.Petitions.Signing;

namespace Platform.Petitions.Abuse;

/// <summary>Who is let through and who goes nowhere: networks and domains as text, mailboxes one by one.</summary>
[AdminPage(PlatformRole.Admin)]
public sealed class ListsController(PetitionsDb db, Fingerprints fingerprints, Audit audit) : Controller
{
    [HttpGet("/admin/abuse/lists")]
    public async Task<IActionResult> Show(bool saved, CancellationToken ct)
    {
        var entries = await db.ListEntries.AsNoTracking().OrderBy(e => e.Pattern).ToListAsync(ct);
        return View("Lists", new ListsPage(
            new ListsForm { Networks = TextOf(entries, ListKind.Network), Domains = TextOf(entries, ListKind.Domain) }, new MailboxForm(), MailboxesIn(entries), saved));
    }

    /// <summary>Both lists as they are to be from now on; with one bad line nothing changes.</summary>
    [HttpPost("/admin/abuse/lists")]
    public async Task<IActionResult> Save(ListsForm? form, CancellationToken ct)
    {
        if (form is null)
        {
            return BadRequest();
        }

        var networks = Read(nameof(form.Networks), form.Networks, ListKind.Network, "admin.lists.bad-network");
        var domains = Read(nameof(form.Domains), form.Domains, ListKind.Domain, "admin.lists.bad-domain");
        var entries = await db.ListEntries.ToListAsync(ct);
        if (!ModelState.IsValid)
        {
            return View("Lists", new ListsPage(form, new MailboxForm(), MailboxesIn(entries), Saved: false));
        }

        db.RemoveRange(entries.Where(e => e.Kind != ListKind.Mailbox));
        db.AddRange(networks.Concat(domains));
        audit.Note("abuse.lists", detail: $"networks: {networks.Count}, domains: {domains.Count}");
        await db.SaveChangesAsync(ct);
        return Redirect("/admin/abuse/lists?saved=true");
    }

    [HttpPost("/admin/abuse/lists/mailboxes")]
    public async Task<IActionResult> Add(MailboxForm? form, CancellationToken ct)
    {
        if (form is null)
        {
            return BadRequest();
        }

        var email = EmailAddress.Parse(form.Email);
        if (email is null)
        {
            ModelState.AddModelError(nameof(form.Email), "error.email");
        }

        if (!ModelState.IsValid)
        {
            var entries = await db.ListEntries.AsNoTracking().ToListAsync(ct);
            return View("Lists", new ListsPage(new ListsForm { Networks = TextOf(entries, ListKind.Network), Domains = TextOf(entries, ListKind.Domain) }, form, MailboxesIn(entries), Saved: false));
        }

        var fingerprint = fingerprints.Of(email!);
        await db.ListEntries.Where(e => e.Fingerprint == fingerprint).ExecuteDeleteAsync(ct);
        db.Add(new ListEntry
        {
            Kind = ListKind.Mailbox,
            Allow = form.Allow,
            Pattern = Masked(email!),
            Fingerprint = fingerprint,
            Comment = CleanText.SingleLine(form.Comment) is { Length: > 0 } comment ? comment : null,
        });
        audit.Note("abuse.mailbox", detail: form.Allow ? "allowed" : "blocked");
        await db.SaveChangesAsync(ct);
        return Redirect("/admin/abuse/lists?saved=true");
    }

    [HttpPost("/admin/abuse/lists/mailboxes/{id:long}/remove")]
    public async Task<IActionResult> Remove(long id, CancellationToken ct)
    {
        if (await db.ListEntries.SingleOrDefaultAsync(e => e.Id == id && e.Kind == ListKind.Mailbox, ct) is not { } entry)
        {
            return NotFound();
        }

        db.Remove(entry);
        audit.Note("abuse.mailbox", detail: "taken off the list");
        await db.SaveChangesAsync(ct);
        return Redirect("/admin/abuse/lists?saved=true");
    }

    private List<ListEntry> Read(string field, string? text, ListKind kind, string problem)
    {
        var (entries, bad) = ListText.Read(text, kind);
        if (bad is { } line)
        {
            ModelState.AddModelError(field, $"{problem}?line={line}");
        }

        return entries;
    }

    private static string TextOf(List<ListEntry> entries, ListKind kind) => ListText.Write(entries.Where(e => e.Kind == kind));

    private static List<ListEntry> MailboxesIn(List<ListEntry> entries) => [.. entries.Where(e => e.Kind == ListKind.Mailbox)];

    /// <summary>Enough to recognise it in a conversation, not to write to it.</summary>
    private static string Masked(EmailAddress email) => $"{email.Canonical[0]}…@{email.Domain}";
}

public sealed record ListsPage(ListsForm Form, MailboxForm Mailbox, IReadOnlyList<ListEntry> Mailboxes, bool Saved);

public sealed class ListsForm
{
    [StringLength(200_000)]
    public string? Networks { get; set; }

    [StringLength(200_000)]
    public string? Domains { get; set; }
}

public sealed class MailboxForm
{
    [Required, StringLength(EmailAddress.MaxLength)]
    public string? Email { get; set; }

    public bool Allow { get; set; }

    [StringLength(AbuseMapping.LongestComment)]
    public string? Comment { get; set; }
}
