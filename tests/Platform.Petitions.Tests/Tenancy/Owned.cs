using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Platform.Core.Tenancy;
using Xunit;

namespace Platform.Petitions.Tests.Tenancy;

/// <summary>Every type whose rows belong to an organisation; new ones join by themselves.</summary>
internal static class Owned
{
    public static IEnumerable<Type> Types => typeof(PetitionsDb).Assembly.GetTypes().Where(type => typeof(ITenantOwned).IsAssignableFrom(type)).OrderBy(type => type.Name);

    public static TheoryData<Type> Each => [.. Types];

    public static string TableOf(IModel model, Type type) => $"{PetitionsDb.Schema}.{model.FindEntityType(type)!.GetTableName()}";

    public static Task<List<ITenantOwned>> RowsAsync(PetitionsDb db, Type type) => Set(db, type).AsNoTracking().ToListAsync();

    private static IQueryable<ITenantOwned> Set(PetitionsDb db, Type type) =>
        (IQueryable<ITenantOwned>)typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!.MakeGenericMethod(type).Invoke(db, null)!;

    /// <summary>The declared way over the fence, for a type known only now.</summary>
    public static void Across(PetitionsDb db, Type type)
    {
        try
        {
            typeof(TenantDb).GetMethod(nameof(TenantDb.AcrossTenants))!.MakeGenericMethod(type).Invoke(null, [db]);
        }
        catch (System.Reflection.TargetInvocationException wrapped)
        {
            throw wrapped.InnerException!;
        }
    }
}
