namespace Platform.Web.EmbeddedPostgres;

public sealed record EmbeddedPostgresOptions
{
    /// <summary>Absolute folder that holds the cluster; null means the default of the class DataFolder.</summary>
    public string? DataFolder { get; init; }

    /// <summary>Folder with initdb, pg_ctl and postgres; null means looking for them, then fetching them.</summary>
    public string? BinFolder { get; init; }

    /// <summary>False trades safety for speed (fsync off): for tests only.</summary>
    public bool Durable { get; init; } = true;

    /// <summary>Sessions that may be open at once, of all processes that use the cluster. Taken by the one that starts it.</summary>
    public int MaxConnections { get; init; } = 200;

    internal bool LookForInstalled { get; init; } = true;

    internal bool MayFetch { get; init; } = true;

    /// <summary>Where fetched binaries are kept; null means beside the default data, so that all clusters share them.</summary>
    internal string? CacheFolder { get; init; }
}
