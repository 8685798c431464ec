using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace Platform.Core.Tenancy;

/// <summary>A DbContext whose tenant-owned rows are filtered by the scope's organisation.</summary>
public interface ITenantDb
{
    TenantContext Tenant { get; }

    /// <summary>Read by the query filter on each query; <see cref="Guid.Empty"/> matches nothing.</summary>
    Guid CurrentTenantId { get; }
}

public static class TenantDb
{
    public const string FilterName = "tenant";

    /// <summary>Puts the filter on every <see cref="ITenantOwned"/> type of the model.</summary>
    public static void ApplyTenancy<TDb>(this ModelBuilder builder, TDb db)
        where TDb : DbContext, ITenantDb
    {
        var current = Expression.Property(Expression.Constant(db, typeof(TDb)), nameof(ITenantDb.CurrentTenantId));
        foreach (var type in builder.Model.GetEntityTypes().Where(t => typeof(ITenantOwned).IsAssignableFrom(t.ClrType)).ToList())
        {
            var row = Expression.Parameter(type.ClrType, "row");
            var owned = Expression.Equal(Expression.Property(row, nameof(ITenantOwned.TenantId)), current);
            builder.Entity(type.ClrType).HasQueryFilter(FilterName, Expression.Lambda(owned, row));
        }
    }

    /// <summary>The one way over the fence. Throws unless the scope declared it, so that a forgotten tenant shows at once.</summary>
    public static IQueryable<T> AcrossTenants<T>(this ITenantDb db)
        where T : class, ITenantOwned
    {
        if (!db.Tenant.Across)
        {
            throw new InvalidOperationException($"This scope did not declare that it reads {typeof(T).Name} across tenants.");
        }

#pragma warning disable RS0030 // This is the one place the ban points to.
        return ((DbContext)db).Set<T>().IgnoreQueryFilters([FilterName]);
#pragma warning restore RS0030
    }
}
