using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Platform.Core.Access;

namespace Platform.Web.Health;

/// <summary>
/// <c>/health/live</c>: the process answers. <c>/health/ready</c>: it can serve, so the database answers. <c>/health</c>: the platform does its work,
/// mail and jobs too, and its counts are their rows. Each says one word; numbers and reasons are for admins, at <c>/admin/health</c>.
/// </summary>
internal static class HealthEndpoints
{
    private const string Ready = "ready";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static void AddHealth(this IServiceCollection services) => services.AddSingleton<JobsPulse>().AddHealthChecks()
        .AddCheck<DatabaseCheck>("database", tags: [Ready], timeout: Patience)
        .AddCheck<OutboxCheck>("mail", HealthStatus.Degraded, timeout: Patience)
        .AddCheck<JobsCheck>("jobs", HealthStatus.Degraded, timeout: Patience)
        .AddCheck<CountCheck>("counts", HealthStatus.Degraded, timeout: Patience);

    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        Map("/health/live", new HealthCheckOptions { Predicate = _ => false }, new PublicPageAttribute());
        Map("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready) }, new PublicPageAttribute());
        Map("/health", new HealthCheckOptions(), new PublicPageAttribute());
        Map("/admin/health", new HealthCheckOptions { ResponseWriter = WriteDetailsAsync }, new AdminPageAttribute(PlatformRole.Admin));

        void Map(string path, HealthCheckOptions options, IAudience audience) =>
            endpoints.MapHealthChecks(path, options).WithMetadata(audience, new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head]));
    }

    private static Task WriteDetailsAsync(HttpContext http, HealthReport report) => http.Response.WriteAsJsonAsync(
        new
        {
            status = report.Status.ToString(),
            checks = report.Entries.ToDictionary(entry => entry.Key, entry => new
            {
                status = entry.Value.Status.ToString(),
                entry.Value.Description,
                milliseconds = (long)entry.Value.Duration.TotalMilliseconds,
                entry.Value.Data,
            }),
        },
        JsonSerializerOptions.Web,
        http.RequestAborted);
}
