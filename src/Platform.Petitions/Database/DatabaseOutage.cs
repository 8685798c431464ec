using Npgsql;

namespace Platform.Petitions.Database;

/// <summary>Tells the outages of the database from bugs: the one rule for who goes on with what is in memory, and who is asked to come again.</summary>
public static class DatabaseOutage
{
    private const string OperatorIntervention = "57";

    /// <summary>
    /// True when the database is away, restarting, full, read-only, locked or too slow, or this node has no connection to it to spare; also
    /// when another exception carries that inside. False for what it would refuse again: a statement or a row that is wrong.
    /// </summary>
    public static bool IsDatabaseOutage(this Exception problem) => problem switch
    {
        PostgresException refused => refused.IsTransient || refused.SqlState.StartsWith(OperatorIntervention, StringComparison.Ordinal)
            || refused.SqlState == PostgresErrorCodes.ReadOnlySqlTransaction,
        NpgsqlException or TimeoutException => true,
        _ => problem.InnerException?.IsDatabaseOutage() is true,
    };
}
