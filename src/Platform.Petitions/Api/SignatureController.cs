using System.ComponentModel;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Petitions.CampaignPage;

namespace Platform.Petitions.Api;

/// <summary>The public list of signatures of one petition. It never holds a name that page and signer do not both want shown.</summary>
[PublicPage]
[AcrossTenants]
[ApiController]
[Tags("Signatures")]
[ProducesResponseType<ProblemDetails>(StatusCodes.Status400BadRequest, ApiProblem.ContentType)]
[ProducesResponseType<ProblemDetails>(StatusCodes.Status404NotFound, ApiProblem.ContentType)]
[ProducesResponseType<ProblemDetails>(StatusCodes.Status410Gone, ApiProblem.ContentType)]
public sealed class SignatureController(PublicSigners signers, ApiAnswers answers) : ControllerBase
{
    private const string Path = ApiProblem.Root + "/campaigns/{id:guid}/signatures";

    [AcceptVerbs("GET", "HEAD", Route = Path)]
    [EndpointName("listSignatures")]
    [EndpointSummary("Confirmed signatures, newest first")]
    [EndpointDescription("Numbers are unique within a petition. The name, shortened as on the page, is there only where its signer chose to be shown; else it is null.")]
    [ProducesResponseType<SignatureList>(StatusCodes.Status200OK, ApiJson.ContentType)]
    public Task<IActionResult> List(Guid id, [FromQuery, Description("Where to go on, from the links of another part.")] long? cursor, CancellationToken ct) =>
        answers.AboutAsync(("signatures", id, cursor), made => signers.ReadAsync(id, cursor, made), ct);

    [AcceptVerbs("GET", "HEAD", Route = Path + ".csv")]
    [EndpointName("listSignaturesAsCsv")]
    [EndpointSummary("Names that are public, as a file for spreadsheets")]
    [EndpointDescription("Of up to 10,000 signatures, newest first; the header Link names the next file.")]
    [ProducesResponseType<string>(StatusCodes.Status200OK, CampaignListController.Csv)]
    public Task<IActionResult> File(Guid id, [FromQuery, Description("Where to go on, from the header Link of another file.")] long? cursor, CancellationToken ct)
    {
        Response.Headers.ContentDisposition = $"attachment; filename=\"signatures-{id}.csv\"";
        return answers.ListAsync(("names", id, cursor), async made => await signers.WriteAsync(id, cursor, made) switch
        {
            null => null,
            { Body: { } file } => CachedPage.Of(CampaignListController.Csv, file.Text, link: file.Next),
            var gone => gone.Write(),
        }, ct);
    }
}
