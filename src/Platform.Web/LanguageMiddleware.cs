using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.WebUtilities;
using Platform.Core.Tenancy;
using Platform.Core.Text;
using Platform.Petitions.Accounts;
using Platform.Petitions.Api;

namespace Platform.Web;

/// <summary>Which language this answer speaks: asked for in the address, chosen before, or what the browser prefers. A campaign's page overrides it with its own.</summary>
internal sealed class LanguageMiddleware(RequestDelegate next, AccountCookies cookies)
{
    public Task InvokeAsync(HttpContext http, Localiser texts, Catalogue catalogue, TenantContext tenant)
    {
        // Binding and parsing stay invariant whatever the reader's language is: "fa" counts in another calendar.
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;

        var asked = catalogue.Find(Asked(http));
        texts.Language = asked
            ?? catalogue.Find(http.Request.Cookies[cookies.Language])
            ?? catalogue.Negotiate(http.Request.Headers.AcceptLanguage);

        // The choice is kept where pages are not cached for everybody; pages of an organisation say their language in the address.
        if (asked is not null && tenant.Id is null && HttpMethods.IsGet(http.Request.Method) && !ApiProblem.Concerns(http.Request.Path))
        {
            http.Response.Cookies.Append(cookies.Language, asked.Code, new CookieOptions
            {
                HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = cookies.Secure || http.Request.IsHttps, IsEssential = true, MaxAge = TimeSpan.FromDays(365),
            });
        }

        http.Response.Headers.ContentLanguage = texts.Language.Code;
        return next(http);
    }

    // An error page is executed in place of the one that was asked for, without that one's query.
    private static string? Asked(HttpContext http) =>
        http.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalQueryString is { } original
            ? QueryHelpers.ParseQuery(original).GetValueOrDefault("lang")
            : http.Request.Query["lang"];
}
