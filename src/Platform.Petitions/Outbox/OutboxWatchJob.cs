using Hangfire;
using Microsoft.Extensions.Logging;
using Platform.Core.Jobs;
using Platform.Core.Tenancy;
using Platform.Petitions.Database;

namespace Platform.Petitions.Outbox;

/// <summary>Says loudly when mail piles up or fails for good: nobody's confirmation may wait unseen.</summary>
[AcrossTenants]
public sealed class OutboxWatchJob(EngineDataSource source, ILogger<OutboxWatchJob> log)
{
    private const string Look =
        """
        select coalesce(extract(epoch from now() - min(due_at) filter (where done_at is null and due_at <= now())), 0)::bigint,
            count(*) filter (where outcome = 3 and done_at > now() - interval '5 minutes')
        from petitions.outbox_mails where done_at is null or done_at > now() - interval '5 minutes'
        """;

    [Queue(JobQueues.Urgent)]
    [AutomaticRetry(Attempts = 1)]
    public async Task RunAsync(CancellationToken ct)
    {
        await using var command = source.Command(Look);
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        var (oldest, failed) = (reader.GetInt64(0), reader.GetInt64(1));
        if (oldest > 300 || failed > 0)
        {
            log.LogCritical("Mail: the oldest due one waits {Seconds} s, {Failed} failed for good in the last five minutes", oldest, failed);
        }
    }
}
