using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Platform.Core.Tenancy;
using Platform.Petitions.Accounts;
using Platform.Petitions.Api;
using Platform.Petitions.Formats;
using Platform.Petitions.Lanes;
using Platform.Petitions.Site;
using Platform.Web.Errors;

namespace Platform.Web;

/// <summary>The order in which every request passes, stated once.</summary>
internal static class Pipeline
{
    public static void Use(WebApplication app)
    {
        if (Proxies(app.Configuration) is { } proxies)
        {
            app.UseForwardedHeaders(proxies);
        }

        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<ApiDoor>();
        app.UseExceptionHandler(ErrorPages.Options);
        app.UseStatusCodePagesWithReExecute(ErrorPages.Route);
        if (app.Configuration.GetValue("Site:SecureCookies", true))
        {
            app.UseHsts();
        }

        app.UseMiddleware<InputGuard>();
        app.UseMiddleware<TenancyMiddleware>();
        app.UseMiddleware<LaneMiddleware>();
        app.UseRouting();
        app.UseMiddleware<FixedFormats>();
        app.UseMiddleware<TenantGateMiddleware>();
        app.UseAuthentication();
        app.UseMiddleware<CurrentUserMiddleware>();
        app.UseMiddleware<LanguageMiddleware>();
        app.UseAuthorization();
        app.UseMiddleware<ReadOnlyGate>();
    }

    /// <summary>Only configured proxies may say who the client is; the framework takes an empty list of them for everybody.</summary>
    /// <returns>Null without proxies: nobody is believed.</returns>
    private static ForwardedHeadersOptions? Proxies(IConfiguration configuration)
    {
        if (configuration.GetSection("Site:Proxies").Get<string[]>() is not { Length: > 0 } proxies)
        {
            return null;
        }

        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,

            // From the nearest outwards, until one that is not ours.
            ForwardLimit = null,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies)
        {
            if (IPAddress.TryParse(proxy, out var address))
            {
                options.KnownProxies.Add(address);
            }
            else
            {
                options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
            }
        }

        return options;
    }
}
