using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Petitions.Api;
using Platform.Petitions.Moderation;
using Platform.Petitions.Signatures;

namespace Platform.Petitions.OwnApi;

/// <summary>The owners' export for an organisation's program, in parts. It holds personal data: every part is in the audit log before its first byte leaves.</summary>
[ProgramPage(KeyScope.ReadSignatures)]
[ApiController]
[Tags("With your organisation's key")]
[ProducesResponseType<ProblemDetails>(StatusCodes.Status400BadRequest, ApiProblem.ContentType)]
[ProducesResponseType<ProblemDetails>(StatusCodes.Status401Unauthorized, ApiProblem.ContentType)]
[ProducesResponseType<ProblemDetails>(StatusCodes.Status403Forbidden, ApiProblem.ContentType)]
[ProducesResponseType<ProblemDetails>(StatusCodes.Status404NotFound, ApiProblem.ContentType)]
public sealed class OwnSignatureController(PetitionsDb db, ExportSignatures export, Audit audit, TenantContext tenant, Links links) : ControllerBase
{
    private const string Path = ApiProblem.Root + "/own/campaigns/{id:guid}/signatures";
    private const int Most = 1_000;

    [HttpGet(Path)]
    [EndpointName("exportSignatures")]
    [EndpointSummary("Your own signatures, oldest first")]
    [EndpointDescription("Confirmed ones, with what their signers let you know: an address only of those who asked for updates. Keep `cursor` and ask with it again to get what was confirmed since. Who withdraws later was read before: compare the count, or begin anew, before you use a list.")]
    [ProducesResponseType<OwnSignatureList>(StatusCodes.Status200OK, ApiJson.ContentType)]
    public async Task<IActionResult> List(
        Guid id,
        [FromQuery, Description("Where to go on: the cursor of an earlier answer.")] long? cursor,
        [FromQuery, Description("Signatures in one part."), Range(1, Most)] int limit = 500,
        CancellationToken ct = default)
    {
        if (!await db.Campaigns.AnyAsync(c => c.Id == id, ct))
        {
            return ApiProblem.NotFound();
        }

        var after = Math.Max(cursor ?? 0, 0);
        var items = await export.ReadAsync(tenant.Id!.Value, id, after, limit, ct);
        if (items.Count > 0)
        {
            audit.Note("signatures.export", id, string.Create(CultureInfo.InvariantCulture, $"numbers {items[0].Number} to {items[^1].Number}"));
            await db.SaveChangesAsync(ct);
        }

        var next = (items.Count > 0 ? items[^1].Number : after).ToString(CultureInfo.InvariantCulture);
        var address = links.To(Path.Replace("{id:guid}", id.ToString(), StringComparison.Ordinal) + $"?limit={limit.ToString(CultureInfo.InvariantCulture)}");
        return Ok(new OwnSignatureList(items, next, PageLinks.Of(address, cursor?.ToString(CultureInfo.InvariantCulture), null, items.Count == limit ? next : null)));
    }
}
