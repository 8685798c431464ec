using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Core.Text;
using Platform.Petitions.CampaignPage;
using Platform.Petitions.Database;
using Platform.Petitions.Directory;
using Platform.Petitions.Site;

namespace Platform.Petitions.Feeds;

/// <summary>The platform's lists for programs: what is new, what grows, what closes soon. The language is part of the address, so that each is one feed.</summary>
[PublicPage]
[AcrossTenants]
[ProducesResponseType(typeof(string), StatusCodes.Status200OK, AtomWriter.LinkType, AtomWriter.AnyXml, AtomWriter.OldXml)]
public sealed class FeedController(
    CampaignLists lists, FeedAnswers answers, DatabaseClock clock, SiteSwitches switches, Links links, Catalogue catalogue, Localiser texts) : Controller
{
    private const int Shown = 30;
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public static IReadOnlyList<string> Lists { get; } = ["new", "trending", "closing-soon"];

    [HttpGet("/feeds/{language}/new"), HttpHead("/feeds/{language}/new")]
    public Task<IActionResult> Newest(string language, CancellationToken ct) => AnswerAsync(language, "new", "/search?state=open", ct);

    [HttpGet("/feeds/{language}/trending"), HttpHead("/feeds/{language}/trending")]
    public Task<IActionResult> Trending(string language, CancellationToken ct) => AnswerAsync(language, "trending", "/", ct);

    [HttpGet("/feeds/{language}/closing-soon"), HttpHead("/feeds/{language}/closing-soon")]
    public Task<IActionResult> ClosingSoon(string language, CancellationToken ct) => AnswerAsync(language, "closing-soon", "/search?state=open&sort=closing", ct);

    private async Task<IActionResult> AnswerAsync(string code, string list, string page, CancellationToken ct)
    {
        if (catalogue.Find(code) is not { } language)
        {
            return NotFound();
        }

        texts.Language = language;
        return await answers.OfPetitionsAsync(("feed", list, language.Code), async made => new FeedSource(
            FeedNames.Beginning, $"feeds/{language.Code}/{list}", texts["feed." + list, ("site", texts["layout.name"])],
            links.To($"/feeds/{language.Code}/{list}"), links.To(page), await IdsAsync(list, made)), ct);
    }

    private async Task<List<Guid>> IdsAsync(string list, CancellationToken ct)
    {
        var (now, language) = (switches.DeadlineClock(await clock.NowAsync(ct)), texts.Language.Code);
        var petitions = list switch
        {
            "new" => await lists.NewestAsync(Shown, language, now, ct),
            "trending" => switches.StatisticsOff ? [] : await lists.TrendingAsync(Day, Shown, language, now, ct),
            _ => await lists.ClosingSoonAsync(Shown, language, now, ct),
        };
        return [.. petitions.Select(p => p.Id)];
    }
}
