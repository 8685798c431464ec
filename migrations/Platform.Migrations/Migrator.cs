using Hangfire.PostgreSql;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Platform.Core.Tenancy;
using Platform.Petitions;
using Platform.Petitions.Accounts;
using Platform.Petitions.Database;

namespace Platform.Migrations;

/// <summary>Brings a database to the shape this version needs. Runs as the owner; the app's role gets no right to change tables.</summary>
/// <param name="donations">False leaves out the tables of gifts; a build without that module has none to make.</param>
public sealed class Migrator(string ownerConnection, string appRole, Action<string> say, bool donations = true)
{
    public const string JobsSchema = "jobs";

    /// <summary>Names of the migrations the database does not have yet; readable with the app's role too.</summary>
    public static async Task<IReadOnlyList<string>> PendingAsync(string connection, bool donations, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        var pending = new List<string>();
        foreach (var schema in ModuleSchema.All(donations))
        {
            await using var db = schema.Open(source);
            pending.AddRange(await db.Database.GetPendingMigrationsAsync(ct));
        }

        return pending;
    }

    public async Task RunAsync(CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(ownerConnection) { Options = RowSecurity.AcrossTenants });
        foreach (var schema in ModuleSchema.All(donations))
        {
            await using var db = schema.Open(source);
            foreach (var name in await db.Database.GetPendingMigrationsAsync(ct))
            {
                say($"applying {name}");
            }

            await db.Database.MigrateAsync(ct);
        }

        await using var connection = await source.OpenConnectionAsync(ct);
        PostgreSqlObjectsInstaller.Install(connection, JobsSchema);
        foreach (var schema in ModuleSchema.All(donations))
        {
            await RowSecurity.ApplyAsync(connection, schema.Name, ct);
        }

        await GrantAsync(connection, ct);
    }

    // Identity asks the application how new its schema is; without an answer the passkeys' table is silently missing.
    private static readonly ServiceProvider Identity = new ServiceCollection()
        .Configure<IdentityOptions>(AccountOptions.Configure).BuildServiceProvider();

    internal static PetitionsDb Context(NpgsqlDataSource source)
    {
        var options = new DbContextOptionsBuilder<PetitionsDb>();
        PetitionsDatabase.Configure(options, source).UseApplicationServiceProvider(Identity);
        return new PetitionsDb(options.Options, new TenantContext());
    }

    private async Task GrantAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        foreach (var schema in ModuleSchema.All(donations).Select(s => s.Name).Append(JobsSchema))
        {
            // Identifiers cannot be parameters; format() quotes them on the server.
            await using var build = new NpgsqlCommand(
                """
                select string_agg(format(statement, schema, role), ';') from (values
                    ('grant usage on schema %1$I to %2$I'),
                    ('grant select, insert, update, delete on all tables in schema %1$I to %2$I'),
                    ('grant usage, select on all sequences in schema %1$I to %2$I'),
                    ('alter default privileges in schema %1$I grant select, insert, update, delete on tables to %2$I'),
                    ('alter default privileges in schema %1$I grant usage, select on sequences to %2$I')) as s(statement),
                    (select @schema as schema, @role as role) as p
                """,
                connection);
            build.Parameters.AddWithValue("schema", schema);
            build.Parameters.AddWithValue("role", appRole);
            var statements = (string)(await build.ExecuteScalarAsync(ct))!;
            await using var grant = new NpgsqlCommand(statements, connection);
            await grant.ExecuteNonQueryAsync(ct);
        }
    }
}
