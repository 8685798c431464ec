using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Petitions.CampaignPage;
using Platform.Petitions.Site;

namespace Platform.Petitions.Api;

/// <summary>The list of petitions for programs: the search page's own answers, so what that does not show is not here either.</summary>
[PublicPage]
[AcrossTenants]
[ApiController]
[Tags("Petitions")]
[ProducesResponseType<ProblemDetails>(StatusCodes.Status400BadRequest, ApiProblem.ContentType)]
[ProducesResponseType<ProblemDetails>(StatusCodes.Status404NotFound, ApiProblem.ContentType)]
public sealed class CampaignListController(PublicLists lists, ApiAnswers answers, SiteSwitches switches) : ControllerBase
{
    private const string Path = ApiProblem.Root + "/campaigns";
    internal const string Csv = "text/csv; charset=utf-8";

    [AcceptVerbs("GET", "HEAD", Route = Path)]
    [EndpointName("listCampaigns")]
    [EndpointSummary("Petitions: search, facets, or those with known ids")]
    [EndpointDescription("Only petitions that the platform's lists show. Follow `links.next` to read all of them: parts begin behind a petition and not at a number, so petitions that appear in front meanwhile move nothing.")]
    [ProducesResponseType<CampaignList>(StatusCodes.Status200OK, ApiJson.ContentType)]
    public Task<IActionResult> List([FromQuery] CampaignQuery query, CancellationToken ct) => answers.ListAsync(KeyOf("list", query), made => lists.ReadAsync(query, made), ct);

    [AcceptVerbs("GET", "HEAD", Route = Path + ".csv")]
    [EndpointName("listCampaignsAsCsv")]
    [EndpointSummary("The same list as a file for spreadsheets")]
    [EndpointDescription("UTF-8 with a byte order mark, no cell that a spreadsheet would run. Up to 5,000 lines; the header Link names the next file.")]
    [ProducesResponseType<string>(StatusCodes.Status200OK, Csv)]
    public Task<IActionResult> File([FromQuery] CampaignQuery query, CancellationToken ct)
    {
        Response.Headers.ContentDisposition = $"attachment; filename=\"{NameOf(query)}.csv\"";
        return answers.ListAsync(KeyOf("file", query), async made => await lists.WriteAsync(query, made) is var (file, next) ? CachedPage.Of(Csv, file, link: next) : null, ct);
    }

    private object KeyOf(string form, CampaignQuery query) =>
        (form, query.Read(!switches.StatisticsOff), query.Organisation, query.AskedIds is { } ids ? string.Join(',', ids) : null, query.AskedLocale);

    /// <summary>Says what the list was narrowed to.</summary>
    private static string NameOf(CampaignQuery query)
    {
        var read = query.Read(statistics: true);
        return string.Join('-', new[] { "petitions", query.Organisation, read.State, read.Topic, read.Country, read.Language, read.Near?.ToString() }.Where(part => !string.IsNullOrEmpty(part)));
    }
}
