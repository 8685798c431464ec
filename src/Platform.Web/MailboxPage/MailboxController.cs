using Microsoft.AspNetCore.Mvc;
using Platform.Core.Access;
using Platform.Core.Mail;
using Platform.Core.Text;

namespace Platform.Web.MailboxPage;

/// <summary>Every mail that would have been sent. Exists in development only, and only while no mail server is configured.</summary>
[PublicPage]
[OnlyWithMailbox]
[ResponseCache(NoStore = true)]
public sealed class MailboxController(Mailbox mailbox, Localiser text) : Controller
{
    // What a mail program does: own styles, no script, no request; links open in the whole window.
    private const string LetterPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
        + "frame-ancestors 'self'; sandbox allow-top-navigation-by-user-activation";

    [HttpGet("/mailbox")]
    public async Task<IActionResult> Index(string? to, CancellationToken ct) => await PageAsync(null, to, ct);

    [HttpGet("/mailbox/{id}")]
    public async Task<IActionResult> Letter(string id, string? to, CancellationToken ct) =>
        await mailbox.FindAsync(id, ct) is { } mail ? await PageAsync(mail, to, ct) : NotFound();

    [HttpGet("/mailbox/{id}/html")]
    public async Task<IActionResult> Html(string id, CancellationToken ct)
    {
        if (await mailbox.FindAsync(id, ct) is not { } mail)
        {
            return NotFound();
        }

        Response.Headers.ContentSecurityPolicy = LetterPolicy;
        Response.Headers.XFrameOptions = "SAMEORIGIN";
        return Content(mail.Html.Replace("<head>", "<head><base target=\"_top\">", StringComparison.Ordinal), "text/html; charset=utf-8");
    }

    [HttpPost("/mailbox/empty")]
    public IActionResult Clear()
    {
        mailbox.Clear();
        return LocalRedirect("~/mailbox");
    }

    private async Task<IActionResult> PageAsync(MailboxMail? open, string? to, CancellationToken ct)
    {
        var wanted = string.IsNullOrWhiteSpace(to) ? null : to.Trim();
        ViewData["Title"] = open?.Subject ?? text["admin.mailbox.title"];
        return View("/MailboxPage/Mailbox.cshtml", new MailboxView(await mailbox.ListAsync(100, wanted, ct), open, wanted));
    }
}
