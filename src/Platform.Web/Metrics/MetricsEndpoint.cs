using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Routing;
using Platform.Core.Access;

namespace Platform.Web.Metrics;

/// <summary><c>/metrics</c> in the text form of Prometheus, for scrapers with the token or in a named network; to all others it does not exist.</summary>
internal static class MetricsEndpoint
{
    private const string ContentType = "text/plain; version=0.0.4; charset=utf-8";
    private const string Scheme = "Bearer ";

    public static void AddMetricsPage(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(configuration.GetSection("Metrics").Get<MetricsOptions>() ?? new MetricsOptions())
        .AddSingleton<PlatformMeter>().AddSingleton<MeterReadings>().AddSingleton<DatabaseReadings>();

    public static void MapMetrics(this IEndpointRouteBuilder endpoints)
    {
        var options = endpoints.ServiceProvider.GetRequiredService<MetricsOptions>();
        if (!options.Any)
        {
            return;
        }

        // Counting begins here, before the first request.
        _ = endpoints.ServiceProvider.GetRequiredService<MeterReadings>();
        var networks = options.Networks.Select(Network).ToList();
        endpoints.MapGet("/metrics", http => May(http, options, networks) ? WriteAsync(http) : RefuseAsync(http)).WithMetadata(new PublicPageAttribute());
    }

    private static async Task WriteAsync(HttpContext http)
    {
        var text = new MetricsText();
        http.RequestServices.GetRequiredService<MeterReadings>().WriteTo(text);
        await http.RequestServices.GetRequiredService<DatabaseReadings>().WriteToAsync(text, http.RequestAborted);
        http.Response.ContentType = ContentType;
        await http.Response.WriteAsync(text.ToString(), http.RequestAborted);
    }

    private static Task RefuseAsync(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static bool May(HttpContext http, MetricsOptions options, List<System.Net.IPNetwork> networks)
    {
        var address = http.Connection.RemoteIpAddress is { IsIPv4MappedToIPv6: true } mapped ? mapped.MapToIPv4() : http.Connection.RemoteIpAddress;
        return (address is not null && networks.Any(network => network.Contains(address))) || Knows(http.Request, options.Token);
    }

    /// <summary>In the same time whatever was sent.</summary>
    private static bool Knows(HttpRequest request, string? token)
    {
        var sent = request.Headers.Authorization.ToString();
        var said = sent.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? sent[Scheme.Length..] : "";
        return !string.IsNullOrEmpty(token) && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(said)), SHA256.HashData(Encoding.UTF8.GetBytes(token)));
    }

    private static System.Net.IPNetwork Network(string text) =>
        IPAddress.TryParse(text, out var address) ? new(address, address.GetAddressBytes().Length * 8) : System.Net.IPNetwork.Parse(text);
}
