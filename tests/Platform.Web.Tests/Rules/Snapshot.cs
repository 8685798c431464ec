using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Platform.Petitions.Database;
using Platform.Testing.Hosts;
using Platform.Testing.Time;

namespace Platform.Web.Tests.Rules;

/// <summary>What every table holds, as one hash each: nothing that was written goes unseen.</summary>
internal static class Snapshot
{
    /// <summary>Moved by the clock, or by a session being used, and by nothing that a page does.</summary>
    private static readonly string[] Moving = ["petitions.sessions", "petitions.count_samples", "petitions.data_protection_keys", "petitions.__migrations", "donations.__migrations"];

    /// <param name="tenant">Only rows of this organisation; null takes everything.</param>
    public static Task<IReadOnlyDictionary<string, string>> TakeAsync(TestHost host, Guid? tenant = null) => host.InScopeAsync<IReadOnlyDictionary<string, string>>(null, async services =>
    {
        await using var connection = await services.GetRequiredService<EngineDataSource>().OpenAsync(CancellationToken.None);
        var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in await TablesAsync(connection, tenant is not null))
        {
            await using var command = new NpgsqlCommand($"select coalesce(md5(string_agg(r::text, '|' order by r::text)), '') from {table} r where $1 is null or to_jsonb(r)->>'tenant_id' = $1", connection)
            {
                Parameters = { new() { Value = (object?)tenant?.ToString() ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text } },
            };
            hashes[table] = (string)(await command.ExecuteScalarAsync())!;
        }

        return hashes;
    });

    public static IEnumerable<string> Differences(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after) =>
        before.Where(table => after[table.Key] != table.Value).Select(table => table.Key);

    /// <summary>Mails in flight change rows by themselves.</summary>
    public static Task WaitForCalmAsync(TestHost host) => Until.TrueAsync(() => host.InDbAsync(null, db => Task.FromResult(db.Outbox.All(m => m.DoneAt != null))), "the outbox is empty");

    private static async Task<List<string>> TablesAsync(NpgsqlConnection connection, bool owned)
    {
        await using var command = new NpgsqlCommand(
            """
            select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname in ('petitions', 'donations') and c.relkind in ('r', 'p') and not c.relispartition
                and (not $1 or exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id'))
            """, connection) { Parameters = { new() { Value = owned } } };
        await using var reader = await command.ExecuteReaderAsync();
        var tables = new List<string>();
        while (await reader.ReadAsync())
        {
            tables.Add(reader.GetString(0));
        }

        return [.. tables.Except(Moving)];
    }
}
