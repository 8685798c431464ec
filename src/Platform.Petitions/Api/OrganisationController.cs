using System.ComponentModel;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Core.Text;

namespace Platform.Petitions.Api;

/// <summary>Organisations for programs. Their petitions are the list of petitions with <c>organisation=</c>.</summary>
[PublicPage]
[AcrossTenants]
[ApiController]
[Tags("Organisations")]
public sealed class OrganisationController(PublicOrganisations organisations, ApiAnswers answers) : ControllerBase
{
    private const string Path = ApiProblem.Root + "/organisations";

    [AcceptVerbs("GET", "HEAD", Route = Path)]
    [EndpointName("listOrganisations")]
    [EndpointSummary("Organisations that have petitions here")]
    [ProducesResponseType<OrganisationList>(StatusCodes.Status200OK, ApiJson.ContentType)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status400BadRequest, ApiProblem.ContentType)]
    public async Task<IActionResult> List([FromQuery, Description("Where to go on, from the links of another part.")] string? cursor, CancellationToken ct) =>
        cursor is not null && !Slug.IsValid(cursor.TrimStart('-'))
            ? ApiProblem.Of(StatusCodes.Status400BadRequest, "This cursor was not made here.")
            : await answers.ListAsync(("organisations", cursor), async made => await organisations.ReadAsync(cursor, made), ct);

    [AcceptVerbs("GET", "HEAD", Route = Path + "/{slug}")]
    [EndpointName("getOrganisation")]
    [EndpointSummary("One organisation")]
    [ProducesResponseType<OrganisationItem>(StatusCodes.Status200OK, ApiJson.ContentType)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status404NotFound, ApiProblem.ContentType)]
    public Task<IActionResult> Show(string slug, CancellationToken ct)
    {
        slug = slug.ToLowerInvariant();
        return answers.ListAsync(("organisation", slug), made => organisations.FindAsync(slug, made), ct);
    }
}
