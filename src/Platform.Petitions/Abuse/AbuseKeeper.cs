using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NpgsqlTypes;
using Platform.Petitions.Challenges;
using Platform.Petitions.Database;

namespace Platform.Petitions.Abuse;

/// <summary>
/// Keeps this node's judgement in step with all others: reads lists and limits again, and adds up what the nodes counted. A limit holds
/// over all nodes within two seconds; while the database is away each node goes on with what it knows.
/// </summary>
public sealed class AbuseKeeper(
    EngineDataSource source, IServiceScopeFactory scopes, Admission admission, RateCounters counters, AttackWatch attacks, ChallengeCampaigns challenge, ILogger<AbuseKeeper> log)
    : BackgroundService
{
    private const int BeatsToForget = 30;
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(2);

    // Two steps at once would tell the same hits twice, and the slower one put back what it had read before the other.
    private readonly SemaphoreSlim gate = new(1);

    // Rows are locked in one order, so that two nodes never wait crosswise.
    private const string Tell =
        """
        insert into petitions.rate_counters as c (sender, day, stretch, hits)
        select * from unnest(@sender, @day, @stretch, @hits) as t(sender, day, stretch, hits) order by sender, day, stretch
        on conflict (sender, day, stretch) do update set hits = c.hits + excluded.hits, at = now()
        returning sender, day, stretch, hits
        """;

    /// <summary>Reads lists and limits, exchanges counts, and begins the challenge of what is attacked, once.</summary>
    public async Task StepAsync(CancellationToken ct)
    {
        await gate.WaitAsync(ct);
        try
        {
            await DoStepAsync(ct);
        }
        finally
        {
            gate.Release();
        }
    }

    public override void Dispose()
    {
        gate.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var beat = 1; !stoppingToken.IsCancellationRequested; beat++)
        {
            if (beat % BeatsToForget == 0)
            {
                counters.Forget();
            }

            try
            {
                await StepAsync(stoppingToken);
            }
            catch (Exception problem) when (problem.IsDatabaseOutage())
            {
                log.LogWarning("Lists and limits stay as they were: {Problem}", problem.Message);
            }

            await Task.Delay(Beat, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task DoStepAsync(CancellationToken ct)
    {
        await using (var scope = scopes.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<PetitionsDb>();
            admission.Lists = new AbuseLists(await db.ListEntries.AsNoTracking().ToListAsync(ct));
            admission.Limits = await db.AbuseLimits.AsNoTracking().SingleAsync(ct);
            counters.Burst = TimeSpan.FromMinutes(admission.Limits.BurstMinutes);
        }

        await ExchangeAsync(ct);
        if (attacks.Take() is { Length: > 0 } attacked)
        {
            await challenge.RunAsync(attacked, ChallengeCampaigns.AfterBurst, ct);
        }
    }

    private async Task ExchangeAsync(CancellationToken ct)
    {
        var news = counters.TakeNews();
        if (news.Count == 0)
        {
            return;
        }

        var told = news.ToDictionary(n => (n.Key.Sender, n.Key.Day, n.Stretch));
        await using var command = source.Command(Tell);
        command.Parameters.AddWithValue("sender", news.Select(n => n.Key.Sender).ToArray());
        command.Parameters.AddWithValue("day", news.Select(n => n.Key.Day).ToArray());
        command.Parameters.AddWithValue("stretch", NpgsqlDbType.Array | NpgsqlDbType.Bigint, news.Select(n => n.Stretch).ToArray());
        command.Parameters.AddWithValue("hits", news.Select(n => n.Hits).ToArray());
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            counters.Hear(told[(reader.GetGuid(0), reader.GetBoolean(1), reader.GetInt64(2))], reader.GetInt32(3));
        }
    }
}
