using System.Globalization;
using Hangfire;
using Microsoft.Extensions.Logging;
using Platform.Core.Jobs;
using Platform.Core.Tenancy;
using Platform.Petitions.Database;

namespace Platform.Petitions.Outbox;

/// <summary>
/// Says loudly when mail piles up or fails for good: nobody's confirmation may wait unseen. Admins get one mail when it begins, which
/// may itself have to wait, and one when it is over.
/// </summary>
[AcrossTenants]
public sealed class OutboxWatchJob(EngineDataSource source, OutboxPulse pulse, ILogger<OutboxWatchJob> log)
{
    private static readonly TimeSpan TooLong = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Well = TimeSpan.FromMinutes(1);

    // An admin has been told, and not yet that it is over.
    private const string Told =
        $"""
        (select max(m.id) from petitions.outbox_mails m where m.tenant_id is null and m.campaign_id is null and m.subject = u.id and m.kind = '{MailKind.MailLate}')
        > coalesce((select max(m.id) from petitions.outbox_mails m where m.tenant_id is null and m.campaign_id is null and m.subject = u.id and m.kind = '{MailKind.MailLateOver}'), 0)
        """;

    private const string Admins = "petitions.users u where u.platform_role = 2 and u.suspended_at is null and u.email is not null";

    private const string Begin =
        $"""
        insert into petitions.outbox_mails (kind, subject, detail, attempts, outcome)
        select '{MailKind.MailLate}', u.id, @detail, 0, 0 from {Admins} and ({Told}) is not true
        """;

    private const string End =
        $"""
        insert into petitions.outbox_mails (kind, subject, attempts, outcome)
        select '{MailKind.MailLateOver}', u.id, 0, 0 from {Admins} and {Told}
        """;

    [Queue(JobQueues.Urgent)]
    [AutomaticRetry(Attempts = 1)]
    [DisableConcurrentExecution(60)]
    public async Task RunAsync(CancellationToken ct)
    {
        var state = await pulse.LookAsync(ct);
        if (state.OldestDue > TooLong || state.FailedLately > 0)
        {
            log.LogCritical("Mail: the oldest of {Due} due ones waits {Seconds} s, {Failed} failed for good in the last five minutes", state.Due, state.OldestDue.TotalSeconds, state.FailedLately);
            await using var begin = source.Command(Begin);
            begin.Parameters.AddWithValue("detail", string.Create(CultureInfo.InvariantCulture, $"{(long)state.OldestDue.TotalMinutes} {state.FailedLately}"));
            await begin.ExecuteNonQueryAsync(ct);
        }
        else if (state.OldestDue < Well)
        {
            await using var end = source.Command(End);
            await end.ExecuteNonQueryAsync(ct);
        }
    }
}
