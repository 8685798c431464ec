using Npgsql;

namespace Platform.Migrations;

/// <summary>
/// The fourth lock. Every table with a <c>tenant_id</c> gets the policy after each migration, so that a new one cannot be forgotten.
/// FORCE holds the owner to it as well; only superusers pass, and nothing connects as one.
/// </summary>
internal static class RowSecurity
{
    /// <summary>Settings the app makes on its connections; see <c>TenantConnection</c>.</summary>
    public const string AcrossTenants = "-c app.across_tenants=on";

    /// <param name="schema">One of the modules' constants, never a setting.</param>
    public static async Task ApplyAsync(NpgsqlConnection connection, string schema, CancellationToken ct)
    {
        // A nullable tenant_id means "or the platform's own": such rows are nobody's secret within the database role.
        await using var command = new NpgsqlCommand(
            $"""
            do $$
            declare
                owned record;
                condition text;
            begin
                for owned in
                    select c.oid, c.relname, a.attnotnull
                    from pg_class c
                    join pg_namespace n on n.oid = c.relnamespace
                    join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
                    where n.nspname = '{schema}' and c.relkind in ('r', 'p')
                loop
                    condition := '(current_setting(''app.across_tenants'', true) = ''on'' or tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid'
                        || case when owned.attnotnull then ')' else ' or tenant_id is null)' end;
                    execute format('alter table {schema}.%I enable row level security', owned.relname);
                    execute format('alter table {schema}.%I force row level security', owned.relname);
                    if not exists (select from pg_policy where polrelid = owned.oid and polname = 'tenant') then
                        execute format('create policy tenant on {schema}.%I using %s with check %s', owned.relname, condition, condition);
                    end if;
                end loop;
            end
            $$
            """,
            connection);
        await command.ExecuteNonQueryAsync(ct);
    }
}
