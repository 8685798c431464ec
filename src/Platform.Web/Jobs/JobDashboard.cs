using Hangfire;
using Platform.Core.Access;

namespace Platform.Web.Jobs;

/// <summary>Hangfire's own pages at <c>/admin/jobs</c>, for platform admins with a second factor.</summary>
internal static class JobDashboard
{
    public const string Path = "/admin/jobs";

    /// <summary>Its charts set styles while they run; everything else is as strict as with us.</summary>
    public const string ContentPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; "
        + "form-action 'self'; base-uri 'self'; object-src 'none'; frame-ancestors 'none'";

    // Its own filter lets pass whoever seems to sit on the machine, and behind a proxy that is everybody: ours decides alone.
    public static void MapJobDashboard(this IEndpointRouteBuilder endpoints) => endpoints
        .MapHangfireDashboard(Path, new DashboardOptions
        {
            Authorization = [],
            AppPath = "/admin",
            DashboardTitle = "Undersigned",
            DisplayStorageConnectionString = false,
        })
        .WithMetadata(new AdminPageAttribute(PlatformRole.Admin));
}
