using Microsoft.AspNetCore.Mvc;
using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Core.Text;
using Platform.Petitions.Signing;
using Platform.Petitions.Site;

namespace Platform.Petitions.Directory;

/// <summary>From a postcode to the list of what was signed around it. Whatever comes of it is an answer and no error.</summary>
[PublicPage]
[AcrossTenants]
[ResponseCache(NoStore = true)]
public sealed class NearController(NearAreas areas, SiteSwitches switches) : Controller
{
    private const int LongestPostcode = 20;

    [HttpGet("/search/near"), HttpHead("/search/near")]
    public async Task<IActionResult> Find(string? postcode, string? near, string? q, string? state, string? topic, string? country, string? language, CancellationToken ct)
    {
        var query = SearchQuery.Of(q, state, topic, country, language, near, sort: null, page: 1, !switches.StatisticsOff);
        var typed = CleanText.SingleLine(postcode);
        if (typed.Length == 0 && query.Statistics)
        {
            return LocalRedirect(FacetView.Link(query));
        }

        Response.Headers["X-Robots-Tag"] = "noindex";
        var start = Postcodes.Clean(typed[..Math.Min(typed.Length, LongestPostcode)]);
        if (!query.Statistics || Postcodes.Regions(start).Count == 0)
        {
            return Say(query, typed, query.Statistics ? NearOutcome.Unreadable : NearOutcome.Off, []);
        }

        return await areas.FindAsync(query.Near?.Country, start, ct) switch
        {
            [] => Say(query, typed, NearOutcome.Nothing, []),
            [var only] => LocalRedirect(FacetView.Link((query with { Near = only.Place }).Usual())),
            var several => Say(query, typed, NearOutcome.Several, several),
        };
    }

    private ViewResult Say(SearchQuery query, string typed, NearOutcome outcome, IReadOnlyList<NearArea> found) =>
        View("/Directory/Near.cshtml", new NearView(new NearForm(query, typed), outcome, found));
}
