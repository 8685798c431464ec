using Hangfire;
using Platform.Core.Jobs;
using Platform.Core.Tenancy;

namespace Platform.Petitions.MailReports;

/// <summary>Reads what came about our mails, where a mailbox for it is configured.</summary>
[AcrossTenants]
public sealed class MailReportsJob(IEnumerable<IReportSource> sources, TakeReport reports)
{
    [Queue(JobQueues.Default)]
    [AutomaticRetry(Attempts = 0)]
    [DisableConcurrentExecution(60)]
    public async Task RunAsync(CancellationToken ct)
    {
        foreach (var source in sources)
        {
            await source.ReadAsync(message => reports.RunAsync(message, ct), ct);
        }
    }
}
