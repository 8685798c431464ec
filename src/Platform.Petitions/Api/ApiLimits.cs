using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Platform.Petitions.Abuse;

namespace Platform.Petitions.Api;

/// <summary>Counts requests by network, in each node's memory: with two nodes a program has twice as many, which harms nobody.</summary>
public sealed class ApiLimits(ApiOptions options) : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<IPNetwork> networks = PartitionedRateLimiter.Create<IPNetwork, IPNetwork>(network =>
        RateLimitPartition.GetFixedWindowLimiter(network, _ => new FixedWindowRateLimiterOptions { PermitLimit = options.PerMinute, Window = Window, QueueLimit = 0 }));

    public int PerMinute => options.PerMinute;

    /// <returns>Null when the request may go on, else how long to wait.</returns>
    public TimeSpan? Take(HttpContext http)
    {
        using var lease = networks.AttemptAcquire(SenderNetwork.Near(http.Connection.RemoteIpAddress ?? IPAddress.None));
        return lease.IsAcquired ? null : lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : Window;
    }

    public void Dispose() => networks.Dispose();
}
