using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Petitions.Pictures;

namespace Platform.Petitions.Branding;

/// <summary>Logos of organisations, at one address on every host.</summary>
[PublicPage]
public sealed class LogosController(PetitionsDb db, IBlobStore blobs) : Controller
{
    private const string Forever = "public, max-age=31536000, immutable";

    [HttpGet("/pictures/logos/{id:guid}.webp"), HttpHead("/pictures/logos/{id:guid}.webp")]
    public async Task<IActionResult> Show(Guid id, CancellationToken ct)
    {
        if (!await db.Organisations.AnyAsync(o => o.Logo!.Id == id && o.SuspendedAt == null, ct) || await blobs.OpenAsync(Logo.BlobNameOf(id), ct) is not { } file)
        {
            return NotFound();
        }

        Response.Headers.CacheControl = Forever;
        return File(file, "image/webp");
    }
}
