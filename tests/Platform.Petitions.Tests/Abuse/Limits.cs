using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Petitions.Abuse;
using Platform.Testing.Hosts;

namespace Platform.Petitions.Tests.Abuse;

internal static class Limits
{
    // Stretches of this length change once in nineteen years: what was counted a moment ago is never a part of the stretch before.
    private const int NoEnd = 10_000_000;

    /// <summary>Sets limits on top of the usual ones, and lets this node know. What counts for minutes counts for the whole test.</summary>
    public static async Task LimitAsync(this TestHost host, Action<AbuseLimits>? change = null)
    {
        await host.InDbAsync(null, async db =>
        {
            var limits = await db.AbuseLimits.SingleAsync();
            db.Entry(limits).CurrentValues.SetValues(new AbuseLimits { BurstMinutes = NoEnd });
            change?.Invoke(limits);
            return await db.SaveChangesAsync();
        });
        await host.Services.GetRequiredService<AbuseKeeper>().StepAsync(CancellationToken.None);
    }
}
