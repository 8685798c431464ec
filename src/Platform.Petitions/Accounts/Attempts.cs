using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;

namespace Platform.Petitions.Accounts;

/// <summary>
/// Counts tries by account and by network, whether the account exists or not. Kept in each node's memory: with two nodes somebody has
/// twice the tries, which is still far from enough to guess a password.
/// </summary>
public sealed class Attempts(IHttpContextAccessor http, AccountLimits limits) : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly PartitionedRateLimiter<string> accounts = Limiter(limits.PerAccount);
    private readonly PartitionedRateLimiter<string> networks = Limiter(limits.PerNetwork);

    /// <param name="what">Which form, so that asking for a reset does not use up signing in.</param>
    /// <param name="who">The address as typed, a user's id, or a browser that is known.</param>
    /// <returns>False when there were too many.</returns>
    public bool Take(string what, string who)
    {
        using var network = networks.AttemptAcquire($"{what} {Network()}");
        using var account = accounts.AttemptAcquire($"{what} {who.Trim().ToUpperInvariant()}");
        return network.IsAcquired && account.IsAcquired;
    }

    public void Dispose()
    {
        accounts.Dispose();
        networks.Dispose();
    }

    private string Network()
    {
        var address = http.HttpContext?.Connection.RemoteIpAddress ?? IPAddress.None;
        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return Convert.ToHexString(address.GetAddressBytes().AsSpan(0, address.AddressFamily == AddressFamily.InterNetworkV6 ? 7 : 3));
    }

    private static PartitionedRateLimiter<string> Limiter(int tries) => PartitionedRateLimiter.Create<string, string>(key =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions { PermitLimit = tries, Window = Window, QueueLimit = 0 }), StringComparer.Ordinal);
}
