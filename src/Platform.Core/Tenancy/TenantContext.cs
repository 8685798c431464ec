namespace Platform.Core.Tenancy;

/// <summary>The organisation this request or job works for. Set once; no tenant means no rows.</summary>
public sealed class TenantContext
{
    public Guid? Id { get; private set; }

    /// <summary>The organisation's name in paths, for example <c>friends-of-kavoos</c>.</summary>
    public string Slug { get; private set; } = "";

    /// <summary>What stands before a campaign's slug in a local link: <c>/{org}</c> on the platform's host, empty on the organisation's own.</summary>
    public string Root { get; private set; } = "";

    /// <summary>True where reading over all organisations was declared: <see cref="AcrossTenantsAttribute"/> or a fan-out job.</summary>
    public bool Across { get; private set; }

    /// <summary>Null in jobs, which show no page.</summary>
    public TenantLook? Look { get; private set; }

    public void Set(Guid id, string slug, bool ownHost = false, TenantLook? look = null)
    {
        if (Id is { } current && current != id)
        {
            throw new InvalidOperationException("The tenant of a scope is set once.");
        }

        Id = id;
        Slug = slug;
        Root = ownHost ? "" : "/" + slug;
        Look = look ?? Look;
    }

    public void AllowAcross() => Across = true;
}
