using Hangfire;
using Hangfire.Common;
using Hangfire.States;
using Hangfire.Storage;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Tenancy;

namespace Platform.Core.Jobs;

/// <summary>Opens a scope per job and gives it the organisation that the enqueuer wrote beside it.</summary>
public sealed class TenantJobActivator(IServiceScopeFactory scopes) : JobActivator
{
    public const string Parameter = "Tenant";

    public override JobActivatorScope BeginScope(JobActivatorContext context)
    {
        var scope = scopes.CreateAsyncScope();
        var tenant = scope.ServiceProvider.GetRequiredService<TenantContext>();
        if (context.GetJobParameter<Guid?>(Parameter) is { } id)
        {
            tenant.Set(id, "");
        }
        else if (context.BackgroundJob.Job.Type.IsDefined(typeof(AcrossTenantsAttribute), inherit: false))
        {
            tenant.AllowAcross();
        }

        return new Scope(scope);
    }

    private sealed class Scope(AsyncServiceScope scope) : JobActivatorScope
    {
        public override object Resolve(Type type) => ActivatorUtilities.GetServiceOrCreateInstance(scope.ServiceProvider, type);

        public override void DisposeScope() => scope.Dispose();
    }
}

/// <summary>Enqueues work for one organisation.</summary>
public sealed class TenantJobs(IBackgroundJobClientV2 client)
{
    /// <param name="run">Arguments are ids only: Hangfire stores and shows them.</param>
    public string Enqueue<T>(Guid tenant, System.Linq.Expressions.Expression<Func<T, Task>> run)
    {
        var job = Job.FromExpression(run);
        return client.Create(job, new EnqueuedState(job.Queue ?? EnqueuedState.DefaultQueue), new Dictionary<string, object> { [TenantJobActivator.Parameter] = tenant });
    }
}
