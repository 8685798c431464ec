using System.Linq.Expressions;
using Hangfire;
using Hangfire.Common;

namespace Platform.Core.Jobs;

/// <summary>One line of a module's schedule.</summary>
/// <param name="Id">Stable name; a job that left the schedule is removed by it.</param>
/// <param name="Cron">Five or six fields, UTC.</param>
public sealed record ScheduledJob(string Id, string Cron, Job Job)
{
    public static ScheduledJob Of<T>(string cron, Expression<Func<T, Task>> run) => new(typeof(T).Name, cron, Job.FromExpression(run));

    /// <summary>Makes the storage's schedule this one: a line that is gone here would otherwise be tried for ever.</summary>
    public static void Replace(IReadOnlyCollection<ScheduledJob> schedule, IRecurringJobManager jobs, JobStorage storage)
    {
        using var connection = storage.GetConnection();
        foreach (var gone in connection.GetAllItemsFromSet("recurring-jobs").Except(schedule.Select(line => line.Id)))
        {
            jobs.RemoveIfExists(gone);
        }

        foreach (var line in schedule)
        {
            line.Register(jobs);
        }
    }

    public void Register(IRecurringJobManager jobs) =>
        jobs.AddOrUpdate(Id, Job, Cron, new RecurringJobOptions { TimeZone = TimeZoneInfo.Utc, MisfireHandling = MisfireHandlingMode.Relaxed });
}
