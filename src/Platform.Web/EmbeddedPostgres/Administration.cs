using Npgsql;

namespace Platform.Web.EmbeddedPostgres;

/// <summary>What the bootstrap superuser does, and nothing else: the roles, databases and their extensions.</summary>
internal sealed class Administration(string adminConnection, ILogger log)
{
    private const long DatabasesLock = 0x756E646572;

    private static readonly string[] WantedExtensions = ["unaccent", "pg_trgm"];

    public async Task EnsureRolesAsync(StateFile state, CancellationToken ct)
    {
        await using var connection = await OpenAsync(adminConnection, ct);
        await EnsureRoleAsync(connection, Roles.Owner, state.OwnerPassword, ct);
        await EnsureRoleAsync(connection, Roles.App, state.AppPassword, ct);
        await RunAsync(connection, "REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC", ct);
    }

    public async Task EnsureDatabaseAsync(string database, CancellationToken ct)
    {
        var name = Quote(database);
        await using var connection = await OpenAsync(adminConnection, ct);

        // Held until the end: two processes that start together would otherwise make the same thing, and one would fail.
        await RunAsync(connection, $"SELECT pg_advisory_lock({DatabasesLock})", ct);
        if (!await ExistsAsync(connection, "SELECT 1 FROM pg_database WHERE datname = $1", database, ct))
        {
            await RunAsync(connection, $"CREATE DATABASE {name} OWNER {Roles.Owner}", ct);
        }

        await RunAsync(connection, $"REVOKE ALL ON DATABASE {name} FROM PUBLIC; GRANT CONNECT ON DATABASE {name} TO {Roles.App}", ct);
        await EnsureExtensionsAsync(database, ct);
    }

    private async Task EnsureExtensionsAsync(string database, CancellationToken ct)
    {
        var there = new NpgsqlConnectionStringBuilder(adminConnection) { Database = database };
        await using var connection = await OpenAsync(there.ConnectionString, ct);
        foreach (var extension in WantedExtensions)
        {
            if (await ExistsAsync(connection, "SELECT 1 FROM pg_available_extensions WHERE name = $1", extension, ct))
            {
                await RunAsync(connection, $"CREATE EXTENSION IF NOT EXISTS {extension}", ct);
            }
            else
            {
                log.LogWarning("This PostgreSQL has no extension {Extension} (package postgresql-contrib): the search will be plainer", extension);
            }
        }
    }

    private static async Task EnsureRoleAsync(NpgsqlConnection connection, string role, string password, CancellationToken ct)
    {
        var verb = await ExistsAsync(connection, "SELECT 1 FROM pg_roles WHERE rolname = $1", role, ct) ? "ALTER" : "CREATE";
        await RunAsync(
            connection,
            $"{verb} ROLE {role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD '{password}'",
            ct);
    }

    private static async Task<NpgsqlConnection> OpenAsync(string connectionString, CancellationToken ct)
    {
        var connection = new NpgsqlConnection(connectionString);
        try
        {
            await connection.OpenAsync(ct);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static async Task<bool> ExistsAsync(NpgsqlConnection connection, string query, string name, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(query, connection) { Parameters = { new() { Value = name } } };
        return await command.ExecuteScalarAsync(ct) is not null;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string statement, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync(ct);
    }

    private static string Quote(string identifier)
    {
        using var builder = new NpgsqlCommandBuilder();
        return builder.QuoteIdentifier(identifier);
    }
}
