using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using Platform.Core.Tenancy;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.Tenancy;

/// <summary>Locks 3 and 4 as the database has them, and what the platform's own role may not do.</summary>
public sealed class RowSecurityTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task Every_table_with_a_tenant_is_locked_for_its_owner_too()
    {
        var open = await AskAsync(
            """
            select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
            where n.nspname = 'petitions' and c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity)
            """);

        Assert.Empty(open);
        Assert.NotEmpty(await AskAsync("select relname from pg_class where relname = 'campaigns' and relrowsecurity"));
    }

    [Fact]
    public async Task Every_lock_has_one_policy_that_checks_what_is_read_and_what_is_written()
    {
        var weak = await AskAsync(
            """
            select t.relname from (
                select c.oid, c.relname, a.attnotnull from pg_class c join pg_namespace n on n.oid = c.relnamespace
                join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
                where n.nspname = 'petitions' and c.relkind in ('r', 'p')) t
            left join pg_policies p on p.schemaname = 'petitions' and p.tablename = t.relname
            group by t.relname, t.attnotnull
            having count(p.policyname) <> 1
                or not bool_and(p.cmd = 'ALL' and p.permissive = 'PERMISSIVE' and p.roles = '{public}' and p.qual = p.with_check and p.qual like '%app.tenant_id%')
                or (t.attnotnull and bool_or(p.qual like '%IS NULL%'))
            """);

        Assert.Empty(weak);
    }

    [Fact]
    public async Task Every_type_an_organisation_owns_has_a_table_that_says_whose_each_row_is()
    {
        var locked = await AskAsync(
            "select table_schema || '.' || table_name from information_schema.columns where column_name = 'tenant_id' and is_nullable = 'NO'");

        Assert.Empty(await host.InDbAsync(null, db => Task.FromResult(Owned.Types.Select(type => Owned.TableOf(db.Model, type)).Except(locked).ToList())));
    }

    [Fact]
    public async Task Keys_begin_with_the_tenant_and_references_stay_inside_it()
    {
        var wrong = await host.InDbAsync(null, db => Task.FromResult(Owned.Types.Select(type => db.Model.FindEntityType(type)!).SelectMany(type =>
            type.GetKeys().Where(key => key.Properties[0].Name != nameof(ITenantOwned.TenantId)).Select(key => $"{type.ClrType.Name}: key {Names(key.Properties)}")
                .Concat(type.GetForeignKeys().Where(key => typeof(ITenantOwned).IsAssignableFrom(key.PrincipalEntityType.ClrType) && key.Properties[0].Name != nameof(ITenantOwned.TenantId))
                    .Select(key => $"{type.ClrType.Name}: reference {Names(key.Properties)}"))
                .Concat(type.GetIndexes().Where(index => index.IsUnique && !MeetsNobody(index) && index.Properties[0].Name != nameof(ITenantOwned.TenantId))
                    .Select(index => $"{type.ClrType.Name}: unique {Names(index.Properties)}"))).ToList()));

        Assert.True(wrong.Count == 0, "Begin it with TenantId, so that no other organisation's row can be met:\n  " + string.Join("\n  ", wrong));
    }

    [Theory]
    [InlineData("create table petitions.mine (id int)")]
    [InlineData("create table public.mine (id int)")]
    [InlineData("create temp table mine (id int)")]
    [InlineData("create schema mine")]
    [InlineData("create role mine")]
    [InlineData("alter table petitions.campaigns add column mine int")]
    [InlineData("alter table petitions.campaigns disable row level security")]
    [InlineData("alter table petitions.campaigns no force row level security")]
    [InlineData("drop policy tenant on petitions.campaigns")]
    [InlineData("create policy mine on petitions.campaigns using (true)")]
    [InlineData("truncate petitions.audit_entries")]
    [InlineData("drop table petitions.audit_entries")]
    [InlineData("create index on petitions.campaigns (slug)")]
    [InlineData("create function petitions.mine() returns int language sql as 'select 1'")]
    [InlineData("create trigger mine before insert on petitions.campaigns execute function suppress_redundant_updates_trigger()")]
    [InlineData("alter role current_user bypassrls")]
    [InlineData("set role undersigned_owner")]
    [InlineData("copy petitions.campaigns to program 'cat'")]
    public async Task The_platform_s_role_changes_no_table_and_no_right(string statement)
    {
        var refused = await Assert.ThrowsAsync<PostgresException>(() => AskAsync(statement));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task The_platform_s_role_owns_nothing_and_passes_no_lock()
    {
        Assert.Empty(await AskAsync("select rolname from pg_roles where rolname = current_user and (rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication)"));
        Assert.Empty(await AskAsync("select relname from pg_class where relowner = (select oid from pg_roles where rolname = current_user)"));
        Assert.Empty(await AskAsync("select r.rolname from pg_auth_members m join pg_roles r on r.oid = m.roleid join pg_roles u on u.oid = m.member where u.rolname = current_user"));
    }

    /// <summary>A hash of random bits, looked up before the tenant is known, and a number the database counts up for the whole platform.</summary>
    private static bool MeetsNobody(IIndex index) => index.Properties is [var only]
        && ((only.ClrType == typeof(byte[]) && only.Name.EndsWith("Hash", StringComparison.Ordinal)) || only.GetDefaultValueSql()?.Contains("nextval", StringComparison.Ordinal) == true);

    private static string Names(IReadOnlyList<IProperty> properties) => string.Join(", ", properties.Select(p => p.Name));

    private async Task<List<string>> AskAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(host.Database.App);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var found = new List<string>();
        while (await reader.ReadAsync())
        {
            found.Add(reader.GetString(0));
        }

        return found;
    }
}
