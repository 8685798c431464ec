using System.Security.Cryptography;
using System.Text;
using AngleSharp.Html.Parser;
using Platform.Core.Access;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Platform.Web.Tests.Rules;
using Xunit;

namespace Platform.Web.Tests.Headers;

/// <summary>What every answer carries, asked of every address as the person it is for.</summary>
public sealed class PageHeaderTests(TestHost host) : IClassFixture<TestHost>
{
    // Not for search engines although everybody may open them: the journey of a signature, and pages behind a link in a mail.
    private static readonly string[] Journey = ["/sign", "/check", "/signed", "/joined", "/report"];

    // Kept by browsers and caches for a moment: the same for everybody who asks in one language.
    private static readonly string[] Shared =
        ["GET /", "GET /{org}", "GET /{org}/{slug}", "GET /{org}/{slug}/history", "GET /{org}/{slug}/count.json", "GET /{org}/{slug}/card", "GET /search", "GET /robots.txt",
            "GET /sitemap.xml", "GET /sitemap-pages.xml", "GET /feeds/{language}/new", "GET /feeds/{language}/trending", "GET /feeds/{language}/closing-soon", "GET /{org}/feed", "GET /{org}/{slug}/feed",
            "GET /{org}/{slug}/poster", "GET /{org}/{slug}/sheet", "GET /{org}/{slug}/qr.svg", "GET /{org}/{slug}/qr.png", "GET /{org}/{slug}/reasons", "GET /{org}/{slug}/signers", "GET /{org}/{slug}/areas",
            "GET /{org}/{slug}/updates", "GET /{org}/{slug}/updates/{number:int}", "GET /api/v1/campaigns/{id:guid}/updates",
            "GET /api/v1/campaigns", "GET /api/v1/campaigns.csv", "GET /api/v1/campaigns/{id:guid}", "GET /api/v1/campaigns/{id:guid}/count", "GET /api/v1/campaigns/{id:guid}/areas",
            "GET /api/v1/campaigns/{id:guid}/timeline", "GET /api/v1/campaigns/{id:guid}/signatures", "GET /api/v1/campaigns/{id:guid}/signatures.csv", "GET /api/v1/organisations", "GET /api/v1/openapi.json"];

    private static readonly string[] SafeReferrers = ["no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin"];

    [Fact]
    public async Task No_answer_lacks_a_protection()
    {
        var wrong = new List<string>();
        await foreach (var (route, response, _) in AnswersAsync())
        {
            var policy = One(response, "Content-Security-Policy");
            var isLetter = route.Pattern.RawText == "mailbox/{id}/html";
            var framers = route.Pattern.RawText == "{org}/{slug}/embed" ? "https: http:" : "'none'";
            wrong.AddRange(Missing(route,
                (policy.Contains("default-src 'self'", StringComparison.Ordinal) || isLetter, "default-src"),
                (policy.Contains($"frame-ancestors {framers}", StringComparison.Ordinal) || isLetter, "frame-ancestors"),
                (policy.Contains("object-src 'none'", StringComparison.Ordinal) || isLetter, "object-src"),
                (!policy.Contains("unsafe-eval", StringComparison.Ordinal) && !ScriptPart(policy).Contains("unsafe", StringComparison.Ordinal), "a policy without unsafe scripts"),
                (!policy.Contains("unsafe-inline", StringComparison.Ordinal) || isLetter || route.Pattern.RawText!.StartsWith("admin/jobs", StringComparison.Ordinal), "a policy without unsafe styles"),
                (One(response, "X-Content-Type-Options") == "nosniff", "nosniff"),
                (SafeReferrers.Contains(One(response, "Referrer-Policy")), "a referrer policy that keeps paths to ourselves"),
                (response.Headers.CacheControl is not null, "a word on caching"),
                (!response.Headers.Contains("Server") && !response.Headers.Contains("X-Powered-By"), "silence about its software")));
        }

        Rule.Holds("SecurityHeaders gives these to every answer:", wrong);
    }

    [Fact]
    public async Task What_is_for_somebody_is_kept_by_nobody()
    {
        var wrong = new List<string>();
        await foreach (var (route, response, _) in AnswersAsync())
        {
            var isPrivate = !route.IsPublic || route.Has("token") || Journey.Any(part => route.ToString().EndsWith(part, StringComparison.Ordinal));
            wrong.AddRange(Missing(route,
                (!isPrivate || response.Headers.CacheControl?.NoStore == true, "no-store"),
                (!Shared.Contains(route.ToString()) || (response.Headers.CacheControl is { Public: true, MaxAge: not null, NoStore: false }), "public, max-age"),
                (response.Headers.CacheControl is not { Public: true } || !response.Headers.Contains("Set-Cookie"), "a public answer without a cookie")));
        }

        Rule.Holds("Cache class by kind of page:", wrong);
    }

    [Fact]
    public async Task What_is_for_somebody_is_found_by_no_search_engine()
    {
        var wrong = new List<string>();
        await foreach (var (route, response, html) in AnswersAsync())
        {
            var isPrivate = !route.IsPublic || route.Has("token") || route.Pattern.RawText!.StartsWith("account", StringComparison.Ordinal)
                || Journey.Any(part => route.ToString().EndsWith(part, StringComparison.Ordinal));
            if (html is null || !isPrivate || route.Pattern.RawText!.StartsWith("admin/jobs", StringComparison.Ordinal) || route.Pattern.RawText.StartsWith("mailbox", StringComparison.Ordinal))
            {
                continue;
            }

            var robots = new HtmlParser().ParseDocument(html).QuerySelector("meta[name=robots]")?.GetAttribute("content");
            wrong.AddRange(Missing(route, (robots?.Contains("noindex", StringComparison.Ordinal) == true || One(response, "X-Robots-Tag") == "noindex", "noindex")));
        }

        Rule.Holds("A page without a PageHead says noindex; say X-Robots-Tag where the page is no page:", wrong);
    }

    [Fact]
    public async Task No_page_carries_script_or_style_that_the_policy_would_refuse()
    {
        var wrong = new List<string>();
        await foreach (var (route, response, html) in AnswersAsync())
        {
            if (html is null || route.Pattern.RawText!.StartsWith("admin/jobs", StringComparison.Ordinal) || route.Pattern.RawText == "mailbox/{id}/html")
            {
                continue;
            }

            var policy = One(response, "Content-Security-Policy");
            var inline = new HtmlParser().ParseDocument(html).QuerySelectorAll("[style], style, script:not([src]):not([type='application/ld+json']):not([type=importmap]), [onclick], [onsubmit], [onload], [onerror], a[href^='javascript:' i]")
                .Where(element => element.LocalName != "style" || !policy.Contains(HashOf(element.TextContent), StringComparison.Ordinal));
            wrong.AddRange(inline.Select(element => $"{route}: {element.OuterHtml[..Math.Min(element.OuterHtml.Length, 100)]}"));
        }

        Rule.Holds("Put it into site.css or a module, or let PageStyle name it in the policy:", wrong);
    }

    private static string HashOf(string style) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'";

    [Fact]
    public async Task Who_only_reads_gets_no_cookie()
    {
        var house = await House.BuildAsync(host);
        var wrong = new List<string>();
        foreach (var route in Route.All(host).Where(r => r is { Method: "GET", IsPublic: true } && !r.Pattern.RawText!.StartsWith("account", StringComparison.Ordinal)))
        {
            using var response = await host.Visitor().Http.GetAsync(new Uri(route.Fill(p => house.Value(route.Pattern, p)), UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
            if (response.Headers.Contains("Set-Cookie") && !IsForDevelopment(route))
            {
                wrong.Add($"{route}: {string.Join(", ", response.Headers.GetValues("Set-Cookie").Select(c => c.Split('=')[0]))}");
            }
        }

        Rule.Holds("A page for everybody has no form with an antiforgery token; guard its POST with [SameOrigin]:", wrong);
    }

    /// <summary>Pages that only development has, whose forms act with a cookie.</summary>
    private static bool IsForDevelopment(Route route) =>
        route.Pattern.RawText is { } path && (path.StartsWith("mailbox", StringComparison.Ordinal) || path.StartsWith("style", StringComparison.Ordinal));

    private async IAsyncEnumerable<(Route Route, HttpResponseMessage Response, string? Html)> AnswersAsync()
    {
        var house = await House.BuildAsync(host);
        var owner = await Walker.OfAsync(host, house.Stage.Organiser);
        var admin = await Walker.OfAsync(host, await host.UserAsync(role: PlatformRole.Admin));
        foreach (var route in Route.All(host).Where(r => r.Method == "GET"))
        {
            var walker = route.Audience switch { AdminPageAttribute => admin, OrganiserPageAttribute => owner, _ => new Walker(host.Visitor(), "") };
            using var response = await walker.SendAsync("GET", route.Fill(p => house.Value(route.Pattern, p)));
            var isPage = response.IsSuccessStatusCode && response.Content.Headers.ContentType?.MediaType == "text/html";
            yield return (route, response, isPage ? await response.Content.ReadAsStringAsync() : null);
        }
    }

    private static IEnumerable<string> Missing(Route route, params (bool Holds, string What)[] protections) =>
        protections.Where(p => !p.Holds).Select(p => $"{route} lacks {p.What}");

    private static string One(HttpResponseMessage response, string header) => response.Headers.TryGetValues(header, out var values) ? values.Single() : "";

    private static string ScriptPart(string policy) => policy.Split(';').Select(part => part.Trim()).FirstOrDefault(part => part.StartsWith("script-src", StringComparison.Ordinal)) ?? "";
}
