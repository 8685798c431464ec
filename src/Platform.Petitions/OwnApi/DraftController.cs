using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Core.Text;
using Platform.Petitions.Api;
using Platform.Petitions.ApiKeys;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Drafting;
using Platform.Petitions.Moderation;
using Platform.Petitions.Site;

namespace Platform.Petitions.OwnApi;

/// <summary>Drafts written by an organisation's program. What happens to them then, people decide at the desk.</summary>
[ProgramPage(KeyScope.WriteDrafts)]
[ApiController]
[IgnoreAntiforgeryToken]
[Tags("With your organisation's key")]
[ProducesResponseType<ProblemDetails>(StatusCodes.Status400BadRequest, ApiProblem.ContentType)]
[ProducesResponseType<ProblemDetails>(StatusCodes.Status401Unauthorized, ApiProblem.ContentType)]
[ProducesResponseType<ProblemDetails>(StatusCodes.Status403Forbidden, ApiProblem.ContentType)]
[ProducesResponseType<ValidationProblemDetails>(StatusCodes.Status422UnprocessableEntity, ApiProblem.ContentType)]
public sealed class DraftController(WriteDraft drafts, SiteSwitches switches, Senders senders, CurrentKey key, TenantContext tenant, Links links, Localiser texts) : ControllerBase
{
    private const string Path = ApiProblem.Root + "/own/drafts";
    private const int MostAtOnce = 100;

    [HttpPost(Path)]
    [EndpointName("createDraft")]
    [EndpointSummary("Begin a draft")]
    [EndpointDescription("A title and its language are enough. The key's organisation finds the draft at its desk; nothing is public before people there submit it and a moderator has looked.")]
    [ProducesResponseType<DraftItem>(StatusCodes.Status201Created, ApiJson.ContentType)]
    public async Task<IActionResult> Create(DraftInput draft, CancellationToken ct)
    {
        if (switches.CreationPaused)
        {
            Response.Headers.RetryAfter = "600";
            return ApiProblem.Of(StatusCodes.Status503ServiceUnavailable, "No petition can be begun at the moment.");
        }

        if (!senders.Allows("api-draft", key.RequiredId.ToByteArray(), MostAtOnce))
        {
            Response.Headers.RetryAfter = "600";
            return ApiProblem.Of(StatusCodes.Status429TooManyRequests, "More drafts were begun with this key than within some minutes are taken.");
        }

        return await drafts.BeginAsync(draft, ModelState, ct) is { } campaign ? Created(new Uri(AddressOf(campaign.Id), UriKind.Relative), Item(campaign)) : OwnProblems.Of(ModelState, texts);
    }

    [HttpGet(Path + "/{id:guid}")]
    [EndpointName("getDraft")]
    [EndpointSummary("A draft as it stands")]
    [ProducesResponseType<DraftItem>(StatusCodes.Status200OK, ApiJson.ContentType)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status404NotFound, ApiProblem.ContentType)]
    public async Task<IActionResult> Show(Guid id, CancellationToken ct) => await drafts.FindAsync(id, ct) is { } campaign ? Ok(Item(campaign)) : ApiProblem.NotFound();

    [HttpPatch(Path + "/{id:guid}")]
    [EndpointName("changeDraft")]
    [EndpointSummary("Change a draft")]
    [EndpointDescription("What is left out or null stays as it is. A petition that was submitted or published answers 409: its words change at the desk.")]
    [ProducesResponseType<DraftItem>(StatusCodes.Status200OK, ApiJson.ContentType)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status404NotFound, ApiProblem.ContentType)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status409Conflict, ApiProblem.ContentType)]
    public async Task<IActionResult> Change(Guid id, DraftInput draft, CancellationToken ct)
    {
        if (await drafts.FindAsync(id, ct) is not { } found)
        {
            return ApiProblem.NotFound();
        }

        if (!DraftRules.CanEdit(found.Status))
        {
            return ApiProblem.Of(StatusCodes.Status409Conflict, "This petition is not a draft any more.");
        }

        return await drafts.ChangeAsync(found, draft, ModelState, ct) is { } campaign ? Ok(Item(campaign)) : OwnProblems.Of(ModelState, texts);
    }

    private DraftItem Item(Campaign campaign) => DraftItem.Of(campaign, links.To($"/{tenant.Slug}/desk/campaigns/{campaign.Id}"));

    private static string AddressOf(Guid id) => $"{Path}/{id}";
}
