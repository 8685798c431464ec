using System.Collections.Concurrent;
using Hangfire;
using Hangfire.Server;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Jobs;
using Platform.Core.Tenancy;
using Platform.Testing.Hosts;
using Platform.Testing.Time;
using Xunit;

namespace Platform.Web.Tests.Rules;

public sealed class TwoWorkersTests(ClockedHost host) : IClassFixture<ClockedHost>
{
    [Fact]
    public async Task What_happens_by_the_clock_happens_once_however_many_workers_there_are()
    {
        await using var second = new SecondNode(host);
        await second.InitializeAsync();
        using var storage = host.Services.GetRequiredService<JobStorage>().GetConnection();
        await Until.TrueAsync(() => host.Services.GetRequiredService<JobStorage>().GetMonitoringApi().Servers().Count == 2, "the second worker comes");

        var manager = host.Services.GetRequiredService<IRecurringJobManager>();
        ScheduledJob.Of<TickJob>("* * * * * *", job => job.RunAsync(null, CancellationToken.None)).Register(manager);
        await Until.SeenAsync(() => Task.FromResult(TickJob.Runs.Count), runs => runs >= 6, "the job runs six times");
        manager.RemoveIfExists(nameof(TickJob));
        var runs = TickJob.Runs.ToArray();
        Assert.Distinct(runs);
        Assert.Distinct(runs.Select(run => storage.GetJobParameter(run, "Time")));
    }

    [AcrossTenants]
    private sealed class TickJob
    {
        public static readonly ConcurrentQueue<string> Runs = new();

        [Queue(JobQueues.Urgent)]
        [AutomaticRetry(Attempts = 0)]
        public Task RunAsync(PerformContext? context, CancellationToken ct)
        {
            Runs.Enqueue(context!.BackgroundJob.Id);
            return Task.CompletedTask;
        }
    }
}
