using Microsoft.AspNetCore.Mvc;
using Platform.Core.Access;

namespace Platform.Petitions.Directory;

/// <summary>What search engines should leave alone; the pages themselves say noindex as well.</summary>
[PublicPage]
public sealed class RobotsController : Controller
{
    private const string Rules =
        """
        User-agent: *
        Disallow: /account/
        Disallow: /admin/
        Disallow: /desk
        Disallow: /*/desk/
        Disallow: /*/*/sign
        Disallow: /*/*/check
        Disallow: /*/*/report

        """;

    [HttpGet("/robots.txt"), HttpHead("/robots.txt")]
    [ResponseCache(Duration = 3600)]
    public ContentResult Show() => Content(Rules, "text/plain; charset=utf-8");
}
