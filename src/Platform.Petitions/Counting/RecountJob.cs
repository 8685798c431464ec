using Hangfire;
using Microsoft.Extensions.Logging;
using Platform.Core.Jobs;
using Platform.Core.Tenancy;

namespace Platform.Petitions.Counting;

/// <summary>Each night, every campaign that has counted anything: the tallies are proven against the rows.</summary>
[AcrossTenants]
public sealed class RecountJob(RecountCampaigns recount, ILogger<RecountJob> log)
{
    [Queue(JobQueues.Slow)]
    [AutomaticRetry(Attempts = 3)]
    [DisableConcurrentExecution(60)]
    public Task RunAsync(CancellationToken ct) => recount.RunAsync(
        null, drift => log.LogCritical("The count of campaign {Campaign} was {Counted}, its rows are {Rows}: repaired", drift.CampaignId, drift.Counted, drift.Rows), ct);
}
