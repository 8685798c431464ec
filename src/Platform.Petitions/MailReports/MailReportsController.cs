using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using MimeKit;
using Platform.Core.Access;
using Platform.Petitions.Outbox;

namespace Platform.Petitions.MailReports;

/// <summary>
/// Takes reports from a mail provider: the raw message as <c>message/rfc822</c>, or JSON <c>{"kind": "bounce" | "soft-bounce" | "complaint",
/// "messageId": "…", "address": "…"}</c>, where the id of the mail is enough. 204 whether it changed anything or not; 400 for what is no report.
/// </summary>
[PublicPage]
[IgnoreAntiforgeryToken]
public sealed class MailReportsController(MailReportOptions options, TakeReport reports, MessageIds ids) : Controller
{
    private const long LargestBytes = 2 * 1024 * 1024;
    private const string Scheme = "Bearer ";

    [HttpPost("/hooks/mail-reports")]
    [RequestSizeLimit(LargestBytes)]
    public async Task<IActionResult> Receive(CancellationToken ct)
    {
        if (options.HookSecret is not { Length: > 0 } secret)
        {
            return NotFound();
        }

        if (!Knows(secret))
        {
            return Unauthorized();
        }

        return (Request.ContentType ?? "").Split(';')[0].Trim().ToLowerInvariant() switch
        {
            "message/rfc822" => await RawAsync(ct) ? NoContent() : BadRequest(),
            "application/json" => await JsonAsync(ct) ? NoContent() : BadRequest(),
            _ => StatusCode(StatusCodes.Status415UnsupportedMediaType),
        };
    }

    private async Task<bool> RawAsync(CancellationToken ct)
    {
        using var message = await ParseAsync(ct);
        return message is not null && await reports.RunAsync(message, ct);
    }

    private async Task<bool> JsonAsync(CancellationToken ct)
    {
        if (await DeserialiseAsync(ct) is not { } said || Kind(said.Kind) is not { } kind || (said.MessageId ?? said.Address) is null)
        {
            return false;
        }

        var mail = said.MessageId is { } id ? ids.Read(id.Trim().TrimStart('<').Split('@')[0]) : null;
        await reports.RunAsync(new MailReport(kind, mail, said.MessageId is null ? said.Address : null), ct);
        return true;
    }

    private async Task<MimeMessage?> ParseAsync(CancellationToken ct)
    {
        try
        {
            return await MimeMessage.LoadAsync(Request.Body, ct);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private async Task<ReportedMail?> DeserialiseAsync(CancellationToken ct)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<ReportedMail>(Request.Body, JsonSerializerOptions.Web, ct);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ReportKind? Kind(string? name) => name switch
    {
        "bounce" => ReportKind.HardBounce,
        "soft-bounce" => ReportKind.SoftBounce,
        "complaint" => ReportKind.Complaint,
        _ => null,
    };

    /// <summary>In the same time whatever was sent.</summary>
    private bool Knows(string secret)
    {
        var sent = Request.Headers.Authorization.ToString();
        var token = sent.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? sent[Scheme.Length..] : "";
        return CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(token)), SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
    }

    private sealed record ReportedMail(string? Kind, string? MessageId, string? Address);
}
