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

    public void Register(IRecurringJobManager jobs) =>
        jobs.AddOrUpdate(Id, Job, Cron, new RecurringJobOptions { TimeZone = TimeZoneInfo.Utc, MisfireHandling = MisfireHandlingMode.Relaxed });
}
