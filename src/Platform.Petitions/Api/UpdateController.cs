using System.ComponentModel;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Platform.Core.Access;
using Platform.Core.Tenancy;

namespace Platform.Petitions.Api;

/// <summary>What the organisers of one petition had to tell.</summary>
[PublicPage]
[AcrossTenants]
[ApiController]
[Tags("Petitions")]
[ProducesResponseType<ProblemDetails>(StatusCodes.Status400BadRequest, ApiProblem.ContentType)]
[ProducesResponseType<ProblemDetails>(StatusCodes.Status404NotFound, ApiProblem.ContentType)]
[ProducesResponseType<ProblemDetails>(StatusCodes.Status410Gone, ApiProblem.ContentType)]
public sealed class UpdateController(PublicUpdates updates, ApiAnswers answers) : ControllerBase
{
    [AcceptVerbs("GET", "HEAD", Route = ApiProblem.Root + "/campaigns/{id:guid}/updates")]
    [EndpointName("listUpdates")]
    [EndpointSummary("Updates by the organisers, newest first")]
    [EndpointDescription("Each in the language it was written in. What was taken back or hidden is not in the list; its number is not given again.")]
    [ProducesResponseType<UpdateList>(StatusCodes.Status200OK, ApiJson.ContentType)]
    public Task<IActionResult> List(Guid id, [FromQuery, Description("Where to go on, from the links of another part.")] int? cursor, CancellationToken ct) =>
        answers.AboutAsync(("updates", id, cursor), made => updates.ReadAsync(id, cursor, made), ct);
}
