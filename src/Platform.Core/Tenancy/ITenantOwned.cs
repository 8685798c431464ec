namespace Platform.Core.Tenancy;

/// <summary>A row that belongs to one organisation. Filtered, stamped, keyed and guarded by row-level security.</summary>
public interface ITenantOwned
{
    Guid TenantId { get; }
}
