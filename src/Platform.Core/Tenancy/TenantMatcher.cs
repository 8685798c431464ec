namespace Platform.Core.Tenancy;

/// <summary>What host and path say about the tenant, before any look-up.</summary>
public abstract record TenantMatch
{
    /// <summary>The platform's own page: no tenant.</summary>
    public sealed record Platform : TenantMatch;

    /// <summary>An organisation by its name in the path, or by its subdomain when <paramref name="OwnHost"/>.</summary>
    public sealed record BySlug(string Slug, bool OwnHost) : TenantMatch;

    /// <summary>An organisation by its own domain.</summary>
    public sealed record ByDomain(string Domain) : TenantMatch;
}

/// <summary>A pure function from host and path to the tenant.</summary>
/// <param name="isReserved">First segments and subdomains that belong to the platform itself.</param>
public sealed class TenantMatcher(TenancyOptions options, Func<string, bool> isReserved)
{
    /// <summary>Asked by balancers, supervisors and scrapers, who call a machine by its number and not by a name.</summary>
    private static readonly string[] Machines = ["health", "metrics"];

    public TenantMatch Match(string host, string path)
    {
        host = host.TrimEnd('.').ToLowerInvariant();
        var first = FirstSegment(path);
        if (Machines.Contains(first))
        {
            return new TenantMatch.Platform();
        }

        if (options.IsPlatformHost(host))
        {
            return first.Length == 0 || IsReserved(first) ? new TenantMatch.Platform() : new TenantMatch.BySlug(first, OwnHost: false);
        }

        if (Subdomain(host) is { } label)
        {
            return new TenantMatch.BySlug(label, OwnHost: true);
        }

        return new TenantMatch.ByDomain(host);
    }

    /// <summary>The path as the routes know it: on an organisation's own host its slug is put in front, except before what the platform itself serves.</summary>
    public string RoutePath(string slug, string path)
    {
        var first = FirstSegment(path);
        if (first.Length > 0 && IsReserved(first))
        {
            return path;
        }

        return first.Length == 0 ? "/" + slug : "/" + slug + path;
    }

    private bool IsReserved(string segment) => segment.Contains('.', StringComparison.Ordinal) || isReserved(segment);

    private string? Subdomain(string host)
    {
        if (options.Domain is not { Length: > 0 } domain || !host.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var label = host[..^(domain.Length + 1)];
        return label.Contains('.', StringComparison.Ordinal) || isReserved(label) ? null : label;
    }

    private static string FirstSegment(string path)
    {
        var start = path.StartsWith('/') ? 1 : 0;
        var end = path.IndexOf('/', start);
        return (end < 0 ? path[start..] : path[start..end]).ToLowerInvariant();
    }
}
