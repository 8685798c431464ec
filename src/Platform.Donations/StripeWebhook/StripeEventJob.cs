using Hangfire;
using Platform.Core.Jobs;

namespace Platform.Donations.StripeWebhook;

/// <summary>Processes one event of the scope's organisation. Again while Stripe or the database is away; what was processed stays so.</summary>
public sealed class StripeEventJob(ProcessEvent events)
{
    [Queue(JobQueues.Default)]
    [AutomaticRetry(Attempts = 8, DelaysInSeconds = [2, 5, 15, 60, 300, 900, 3600])]
    public Task RunAsync(Guid eventId, CancellationToken ct) => events.RunAsync(eventId, ct);
}
