using System.Reflection;
using Hangfire;
using Hangfire.Storage;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Jobs;
using Platform.Core.Tenancy;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Web.Tests.Rules;

public sealed class JobTests(ClockedHost host) : IClassFixture<ClockedHost>
{
    private static readonly Type[] Ids = [typeof(Guid), typeof(int), typeof(long), typeof(DateOnly), typeof(CancellationToken)];

    private static readonly IReadOnlyList<MethodInfo> Jobs =
    [
        .. Checkout.Product.SelectMany(a => a.GetTypes()).Where(type => type is { IsClass: true, IsAbstract: false } && type != typeof(ScheduledJob) && type.Name.EndsWith("Job", StringComparison.Ordinal))
            .Select(type => type.GetMethod("RunAsync") ?? throw new InvalidOperationException($"{type.FullName} is called a job and has no RunAsync.")),
    ];

    [Fact]
    public void Every_job_names_its_queue() => Rule.Holds(
        "Put [Queue(JobQueues.…)] on RunAsync: a queue nobody serves never runs, and the default one is none of ours:",
        Jobs.Where(job => job.GetCustomAttribute<QueueAttribute>() is not { } queue || !JobQueues.All.Contains(queue.Queue)).Select(Name));

    [Fact]
    public void Every_job_says_how_often_it_is_tried_again() => Rule.Holds(
        "Put [AutomaticRetry(Attempts = …)] on RunAsync: without it Hangfire tries ten times:",
        Jobs.Where(job => job.GetCustomAttribute<AutomaticRetryAttribute>() is null).Select(Name));

    [Fact]
    public void Every_job_takes_ids_only() => Rule.Holds(
        "Hangfire stores and shows arguments: pass ids and read the rest in the job:",
        Jobs.Where(job => job.GetParameters().Any(p => !Ids.Contains(p.ParameterType))).Select(Name));

    [Fact]
    public void Every_job_can_be_stopped() => Rule.Holds(
        "Take a CancellationToken, so that a shutdown is not held up:",
        Jobs.Where(job => job.GetParameters().All(p => p.ParameterType != typeof(CancellationToken))).Select(Name));

    [Fact]
    public void Every_job_by_the_clock_declares_that_it_works_for_all_organisations() => Rule.Holds(
        "A recurring job has no organisation: put [AcrossTenants] on the class, or enqueue one job for each with TenantJobs:",
        Recurring().Where(job => !job.Job.Type.IsDefined(typeof(AcrossTenantsAttribute))).Select(job => job.Id));

    [Fact]
    public void Everything_by_the_clock_is_a_job_of_ours_and_can_be_loaded()
    {
        var recurring = Recurring();

        Assert.NotEmpty(recurring);
        Rule.Holds("It cannot be loaded:", recurring.Where(job => job.LoadException is not null).Select(job => $"{job.Id}: {job.LoadException.Message}"));
        Rule.Holds("Call the class XJob, so that the rules of jobs are tried on it:", recurring.Where(job => !Jobs.Contains(job.Job.Method)).Select(job => job.Id));
    }

    [Fact]
    public async Task A_job_that_left_the_schedule_is_gone_after_the_next_start()
    {
        var manager = host.Services.GetRequiredService<IRecurringJobManager>();
        ScheduledJob.Of<ForgottenJob>("0 0 1 1 *", job => job.RunAsync(CancellationToken.None)).Register(manager);
        Assert.Contains(Recurring(), job => job.Id == nameof(ForgottenJob));

        await using var next = new SecondNode(host);
        await next.InitializeAsync();

        Assert.DoesNotContain(Recurring(), job => job.Id == nameof(ForgottenJob));
        Assert.NotEmpty(Recurring());
    }

    private List<RecurringJobDto> Recurring()
    {
        using var connection = host.Services.GetRequiredService<JobStorage>().GetConnection();
        return connection.GetRecurringJobs();
    }

    private static string Name(MethodInfo job) => job.DeclaringType!.FullName!;

    private sealed class ForgottenJob
    {
        public Task RunAsync(CancellationToken ct) => Task.CompletedTask;
    }
}
