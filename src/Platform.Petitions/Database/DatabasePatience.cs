using Microsoft.Extensions.Configuration;

namespace Platform.Petitions.Database;

/// <summary>How long anybody waits for the database, in shares of the time within which a visitor hears that it is away.</summary>
/// <param name="Told">That time: <c>Database:Patience</c>, five seconds unless set.</param>
public sealed record DatabasePatience(TimeSpan Told)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    public static DatabasePatience Usual { get; } = new(TimeSpan.FromSeconds(5));

    /// <summary>For a connection, from the pool or new. Whole seconds, as the driver wants them.</summary>
    public int ConnectSeconds => (int)(Told.TotalSeconds * 0.6);

    /// <summary>For one batch of the writers. Longer means that somebody holds a lock, or that the server hangs.</summary>
    public int BatchSeconds => (int)(Told.TotalSeconds * 0.8);

    /// <summary>For a lock that somebody else holds, where pages and desks ask.</summary>
    public int LockMilliseconds => (int)(Told.TotalMilliseconds * 0.7);

    /// <summary>For the server to say that it gave a statement up which nobody waits for any more. Then the connection is dropped.</summary>
    public int CancelMilliseconds => (int)(Told.TotalMilliseconds * 0.05);

    /// <summary>For a row from queue to commit; its sender is then told to come again.</summary>
    public TimeSpan Row => Told * 0.9;

    /// <exception cref="InvalidOperationException">The setting is no time between two seconds and five minutes.</exception>
    public static DatabasePatience From(IConfiguration configuration)
    {
        var told = configuration.GetValue("Database:Patience", Usual.Told);
        return told >= Shortest && told <= Longest ? new(told) : throw new InvalidOperationException($"Database__Patience is {told}; it has to be between {Shortest} and {Longest}.");
    }
}
