namespace Platform.Web.EmbeddedPostgres;

internal static class ServerSettings
{
    private static readonly string[] Always =
    [
        "listen_addresses=127.0.0.1",
        "unix_socket_directories=",
        "password_encryption=scram-sha-256",
        "timezone=UTC",
        "log_timezone=UTC",
        "jit=off",

        // Rows and statements hold people's addresses, which belong in no log.
        "log_error_verbosity=terse",
        "log_min_error_statement=panic",
    ];

    private static readonly string[] Safe = ["shared_buffers=64MB"];

    // A test's database is thrown away after a crash, so it need not survive one.
    private static readonly string[] Fast =
    [
        "shared_buffers=32MB",
        "fsync=off",
        "synchronous_commit=off",
        "full_page_writes=off",
        "wal_level=minimal",
        "max_wal_senders=0",
    ];

    /// <summary>
    /// Sorting is by bytes unless a query names a collation, but letters must be known as such, or the search for words
    /// sees none in Persian. The names differ by system; the first that is known is taken.
    /// </summary>
    public static IReadOnlyList<string> CharacterTypes { get; } = ["C.UTF-8", "UTF-8", "en_US.UTF-8", "C"];

    public static string CommandLine(int port, EmbeddedPostgresOptions options) =>
        string.Join(' ', Always.Concat(options.Durable ? Safe : Fast).Concat([$"port={port}", $"max_connections={options.MaxConnections}"]).Select(setting => $"-c {setting}"));
}
