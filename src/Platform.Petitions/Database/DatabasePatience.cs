namespace Platform.Petitions.Database;

/// <summary>How long anybody waits for the database, so that a visitor hears within five seconds that it is away.</summary>
internal static class DatabasePatience
{
    /// <summary>For a connection, from the pool or new. Whole seconds, as the driver wants them.</summary>
    public const int ConnectSeconds = 3;

    /// <summary>For one batch of the writers. Longer means that somebody holds a lock, or that the server hangs.</summary>
    public const int BatchSeconds = 4;

    /// <summary>For a lock that somebody else holds, where pages and desks ask.</summary>
    public const int LockMilliseconds = 3500;

    /// <summary>For the server to say that it gave a statement up which nobody waits for any more. Then the connection is dropped.</summary>
    public const int CancelMilliseconds = 250;

    /// <summary>For a row from queue to commit; its sender is then told to come again.</summary>
    public static readonly TimeSpan Row = TimeSpan.FromSeconds(4.5);
}
