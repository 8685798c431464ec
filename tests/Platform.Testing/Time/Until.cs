using Platform.Petitions.Database;

namespace Platform.Testing.Time;

/// <summary>Waits for what a worker, a cache or another process does later: looks again and again, and gives up only when it really does not come.</summary>
public static class Until
{
    /// <summary>So long that no slow or busy machine reaches it; where all is well, a wait is over long before.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Looks until what is seen is as it should be.</summary>
    /// <param name="what">What should come, for whoever reads that it did not.</param>
    /// <param name="show">How the last thing seen is told then.</param>
    /// <param name="within">Where a limit is promised; time in which the machine stands still does not count.</param>
    /// <returns>What was seen.</returns>
    /// <exception cref="TimeoutException">It did not come.</exception>
    public static async Task<T> SeenAsync<T>(Func<Task<T>> look, Func<T, bool> isSo, string what, Func<T, string>? show = null, TimeSpan? within = null)
    {
        var (begun, limit) = (RunningTime.Begin(), within ?? Patience);
        while (true)
        {
            // Before the look: one that begins in time may end after it.
            var late = RunningTime.Since(begun) > limit;
            var last = "";
            try
            {
                var seen = await look();
                if (isSo(seen))
                {
                    return seen;
                }

                last = show?.Invoke(seen) ?? $"{seen}";
            }
            catch (Exception problem) when (!late && problem.IsDatabaseOutage())
            {
                // Where much is waited for, much is going on: this look found no connection in time, the next one may.
            }

            await (late ? throw new TimeoutException($"Not within {limit.TotalSeconds:0} seconds: {what}. Last seen: {last}") : Task.Delay(Pause));
        }
    }

    public static Task TrueAsync(Func<Task<bool>> isSo, string what, TimeSpan? within = null) => SeenAsync(isSo, so => so, what, within: within);

    public static Task TrueAsync(Func<bool> isSo, string what, TimeSpan? within = null) => TrueAsync(() => Task.FromResult(isSo()), what, within);
}
