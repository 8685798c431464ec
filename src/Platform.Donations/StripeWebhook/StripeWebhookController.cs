using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Platform.Core.Access;
using Platform.Core.Tenancy;

namespace Platform.Donations.StripeWebhook;

/// <summary>
/// Where Stripe tells what happened. 200 once the event is written down, or when it is nobody's here; 400 for whatever Stripe did not sign.
/// Nothing is believed of it but that something happened to an object of an account: <see cref="StripeEventJob"/> asks Stripe what.
/// </summary>
[PublicPage]
[AcrossTenants]
[IgnoreAntiforgeryToken]
public sealed class StripeWebhookController(WebhookSignature signature, TakeEvent events, WebhookTenants tenants) : Controller
{
    // Stripe's largest objects stay far below it.
    private const long LargestBytes = 512 * 1024;

    /// <summary>The platform's endpoint: its own account, and every account connected to it.</summary>
    [HttpPost("/stripe/webhook")]
    [RequestSizeLimit(LargestBytes)]
    public async Task<IActionResult> Platform(CancellationToken ct)
    {
        if (signature.Read(await BodyAsync(ct), Request.Headers["Stripe-Signature"], signature.PlatformSecrets) is not { } happened)
        {
            return BadRequest();
        }

        await events.RunAsync(happened, await tenants.OfAccountAsync(happened.Account, ct), ct);
        return Ok();
    }

    /// <summary>The endpoint of an organisation that brought keys of its own: signed with its own secret.</summary>
    [HttpPost("/stripe/webhook/{organisation:guid}")]
    [RequestSizeLimit(LargestBytes)]
    public async Task<IActionResult> Own(Guid organisation, CancellationToken ct)
    {
        var (body, known) = (await BodyAsync(ct), await tenants.OwnAsync(organisation, ct));
        var signed = known.Select(own => (own.Owner, Event: signature.Read(body, Request.Headers["Stripe-Signature"], [own.Secret]))).FirstOrDefault(read => read.Event is not null);
        if (signed.Event is not { } happened)
        {
            return BadRequest();
        }

        await events.RunAsync(happened, happened.Account is null ? signed.Owner : null, ct);
        return Ok();
    }

    private async Task<string> BodyAsync(CancellationToken ct)
    {
        if (Request.ContentLength > LargestBytes)
        {
            return "";
        }

        using var reader = new StreamReader(Request.Body, new UTF8Encoding(false), detectEncodingFromByteOrderMarks: false);
        return await reader.ReadToEndAsync(ct);
    }
}
