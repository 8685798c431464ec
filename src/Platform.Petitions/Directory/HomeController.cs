using Microsoft.AspNetCore.Mvc;
using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Core.Text;
using Platform.Petitions.CampaignPage;
using Platform.Petitions.Database;
using Platform.Petitions.Site;

namespace Platform.Petitions.Directory;

/// <summary>The platform's front page.</summary>
[PublicPage]
[AcrossTenants]
public sealed class HomeController(CampaignLists lists, PageCache cache, PageRenderer renderer, PageCacheOptions kept, DatabaseClock clock, SiteSwitches switches, Localiser texts) : Controller
{
    private const int Shown = 3;
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [HttpGet("/"), HttpHead("/")]
    public async Task<IActionResult> Index(CancellationToken ct) =>
        new CachedPageResult((await cache.GetAsync(("home", texts.Language.Code), MakeAsync, ct, kept.Searches))!, "Accept-Encoding, Accept-Language, Cookie");

    private async Task<CachedPage?> MakeAsync(CancellationToken ct)
    {
        var now = switches.DeadlineClock(await clock.NowAsync(ct));
        var language = texts.Language.Code;
        var view = new HomeView(
            switches.StatisticsOff ? [] : await lists.TrendingAsync(Day, Shown, language, now, ct),
            await lists.MostSignedAsync(Shown, language, now, ct),
            await lists.NewestAsync(Shown, language, now, ct),
            await lists.ClosingSoonAsync(Shown, language, now, ct),
            await lists.CountOpenAsync(now, ct));
        return await renderer.RenderAsync(this, "/Directory/Home.cshtml", view, texts.Language);
    }
}
