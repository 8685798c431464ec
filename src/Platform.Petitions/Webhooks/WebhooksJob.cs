using Hangfire;
using Platform.Core.Jobs;
using Platform.Core.Tenancy;

namespace Platform.Petitions.Webhooks;

/// <summary>Each minute: what happened becomes messages, and each message that is due a job of its organisation. One that was lost is due again.</summary>
[AcrossTenants]
public sealed class WebhooksJob(TellWebhooks tell, TenantJobs jobs)
{
    [Queue(JobQueues.Default)]
    [AutomaticRetry(Attempts = 0)]
    [DisableConcurrentExecution(60)]
    public async Task RunAsync(CancellationToken ct)
    {
        foreach (var (tenant, delivery) in await tell.RunAsync(ct))
        {
            jobs.Enqueue<DeliverWebhookJob>(tenant, job => job.RunAsync(delivery, CancellationToken.None));
        }
    }
}

/// <summary>One try of one message. When it is tried again stands in its row and not with the job.</summary>
public sealed class DeliverWebhookJob(DeliverWebhook deliver)
{
    [Queue(JobQueues.Slow)]
    [AutomaticRetry(Attempts = 0)]
    public Task RunAsync(Guid delivery, CancellationToken ct) => deliver.RunAsync(delivery, ct);
}
