using Microsoft.AspNetCore.Mvc;
using Platform.Core.Access;

namespace Platform.Donations.Gifts;

/// <summary>All gifts as a file: owners only.</summary>
[OrganiserPage(MemberRole.Owner)]
[Route("/{org}/desk/gifts/export")]
public sealed class GiftExportController(GiftFile file) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Send(CancellationToken ct)
    {
        await file.SendAsync(Response, ct);
        return new EmptyResult();
    }
}
