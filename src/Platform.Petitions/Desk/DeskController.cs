using Microsoft.AspNetCore.Mvc;
using Platform.Core.Access;

namespace Platform.Petitions.Desk;

/// <summary>The organiser's desk: all campaigns of the organisation, and one of them.</summary>
[OrganiserPage]
[Route("/{org}/desk")]
public sealed class DeskController(DeskReader desk) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> List(CancellationToken ct) => View("/Desk/List.cshtml", await desk.ListAsync(ct));

    [HttpGet("campaigns/{id:guid}")]
    public async Task<IActionResult> Show(Guid id, CancellationToken ct) =>
        await desk.FindAsync(id, ct) is { } view ? View("/Desk/Show.cshtml", view) : NotFound();
}
