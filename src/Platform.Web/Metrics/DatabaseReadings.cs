using Platform.Petitions.Database;
using Platform.Petitions.Outbox;
using Platform.Web.Health;

namespace Platform.Web.Metrics;

/// <summary>What only the database knows, for all nodes together. While it is away the rest is still read, and this says so.</summary>
internal sealed class DatabaseReadings(EngineDataSource source, OutboxPulse outbox, JobsPulse jobs)
{
    private const string Signatures =
        "select coalesce((select sum(submitted) from petitions.campaign_submissions), 0)::bigint, coalesce((select sum(confirmed) from petitions.campaign_counts), 0)::bigint";

    public async Task WriteToAsync(MetricsText text, CancellationToken ct)
    {
        try
        {
            var mail = await outbox.LookAsync(ct);
            var work = await jobs.LookAsync(ct);
            var (submitted, confirmed) = await SignaturesAsync(ct);
            text.Gauge("undersigned_mail_oldest_due_seconds", "How long the oldest due mail has waited.", mail.OldestDue.TotalSeconds);
            text.Gauge("undersigned_mail_due", "Mails that are due; more than 100000 are not counted.", mail.Due);
            text.Gauge("undersigned_mail_failed_lately", "Mails that failed for good in the last five minutes.", mail.FailedLately);
            text.Gauge("undersigned_jobs_late_seconds", "How long ago the job by the clock that is most behind should have begun.", work.Late.TotalSeconds);
            text.Gauge("undersigned_jobs_waiting_seconds", "How long the oldest job in a queue has waited.", work.Waiting.TotalSeconds);
            text.Gauge("undersigned_jobs_failed", "Jobs that failed for good.", work.Failed);
            text.Add("undersigned_signatures", "gauge", "Signatures of all campaigns.", ("state=\"submitted\"", submitted), ("state=\"confirmed\"", confirmed));
            text.Gauge("undersigned_database_up", "1 when the database answered.", 1);
        }
        catch (Exception outage) when (outage.IsDatabaseOutage())
        {
            text.Gauge("undersigned_database_up", "1 when the database answered.", 0);
        }
    }

    private async Task<(long Submitted, long Confirmed)> SignaturesAsync(CancellationToken ct)
    {
        await using var command = source.Command(Signatures);
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        return (reader.GetInt64(0), reader.GetInt64(1));
    }
}
