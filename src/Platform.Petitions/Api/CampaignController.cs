using System.ComponentModel;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Petitions.CampaignPage;

namespace Platform.Petitions.Api;

/// <summary>One petition for programs: what its page shows, in parts.</summary>
[PublicPage]
[AcrossTenants]
[ApiController]
[Tags("Petitions")]
[ProducesResponseType<ProblemDetails>(StatusCodes.Status404NotFound, ApiProblem.ContentType)]
[ProducesResponseType<ProblemDetails>(StatusCodes.Status410Gone, ApiProblem.ContentType)]
public sealed class CampaignController(PublicCampaigns campaigns, ApiAnswers answers, TenantContext tenant, Links links) : ControllerBase
{
    private const string Path = ApiProblem.Root + "/campaigns/{id:guid}";

    [AcceptVerbs("GET", "HEAD", Route = Path)]
    [EndpointName("getCampaign")]
    [EndpointSummary("One petition")]
    [EndpointDescription("Everything its page shows. A state that shows less leaves the rest null; a removed petition answers 410.")]
    [ProducesResponseType<CampaignItem>(StatusCodes.Status200OK, ApiJson.ContentType)]
    public Task<IActionResult> Show(Guid id, [FromQuery, Description("Show the words in this language where they exist (two letters).")] string? locale, CancellationToken ct)
    {
        var asked = AskedLanguage.Of(locale);
        return answers.AboutAsync(("item", id, asked), made => campaigns.ReadAsync(id, asked, view => CampaignItem.Of(view, tenant.Slug, links), made), ct);
    }

    [AcceptVerbs("GET", "HEAD", Route = Path + "/count")]
    [EndpointName("getCount")]
    [EndpointSummary("How many signed")]
    [EndpointDescription("Equal to the confirmed signatures at every moment. Answered from memory: ask as often as the limits allow.")]
    [ProducesResponseType<CountItem>(StatusCodes.Status200OK, ApiJson.ContentType)]
    public Task<IActionResult> Count(Guid id, CancellationToken ct) => PartAsync("count", id, CountItem.Of, ct);

    [AcceptVerbs("GET", "HEAD", Route = Path + "/areas")]
    [EndpointName("getAreas")]
    [EndpointSummary("Where signatures come from")]
    [EndpointDescription("By country (ISO 3166), largest first. No cell holds fewer than ten people; the entry whose country is null is everywhere else.")]
    [ProducesResponseType<AreaList>(StatusCodes.Status200OK, ApiJson.ContentType)]
    public Task<IActionResult> Areas(Guid id, CancellationToken ct) => PartAsync("areas", id, view => new AreaList(view.Areas.Count == 0 ? null : view.Areas), ct);

    [AcceptVerbs("GET", "HEAD", Route = Path + "/timeline")]
    [EndpointName("getTimeline")]
    [EndpointSummary("What happened to a petition")]
    [EndpointDescription("Published, milestones, closed, outcome and whatever else its page tells, newest first, at most forty entries.")]
    [ProducesResponseType<TimelineList>(StatusCodes.Status200OK, ApiJson.ContentType)]
    public Task<IActionResult> Timeline(Guid id, CancellationToken ct) => answers.AboutAsync(
        ("timeline", id), made => campaigns.ReadAsync(id, null, view => view.Rule.Words ? new TimelineList([.. view.Timeline.Select(TimelineItem.Of)]) : null, made), ct);

    /// <summary>Parts that only pages with a count have.</summary>
    private Task<IActionResult> PartAsync<T>(string part, Guid id, Func<CampaignView, T> body, CancellationToken ct)
        where T : class => answers.AboutAsync((part, id), made => campaigns.ReadAsync(id, null, view => view.Rule.Count ? body(view) : null, made), ct);
}
