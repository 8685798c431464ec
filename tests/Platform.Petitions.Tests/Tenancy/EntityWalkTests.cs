using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Platform.Core.Tenancy;
using Platform.Petitions.Moderation;
using Xunit;

namespace Platform.Petitions.Tests.Tenancy;

/// <summary>Locks 1, 2 and 4, tried on every type that an organisation owns.</summary>
public sealed class EntityWalkTests(TwoOrganisations host) : IClassFixture<TwoOrganisations>
{
    public static TheoryData<Type> Types => Owned.Each;

    [Theory]
    [MemberData(nameof(Types))]
    public async Task An_organisation_reads_its_own_rows_only(Type type)
    {
        var rows = await host.InDbAsync(host.Mine.Organisation.Id, db => Owned.RowsAsync(db, type));

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Equal(host.Mine.Organisation.Id, row.TenantId));
        Assert.NotEmpty(await host.InDbAsync(host.Theirs.Organisation.Id, db => Owned.RowsAsync(db, type)));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public async Task Who_works_for_no_organisation_reads_nothing(Type type)
    {
        await using var scope = host.Services.CreateAsyncScope();

        Assert.Empty(await Owned.RowsAsync(scope.ServiceProvider.GetRequiredService<PetitionsDb>(), type));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public async Task Reading_over_the_fence_is_refused_where_it_was_not_declared(Type type) =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => host.InDbAsync(host.Mine.Organisation.Id, db =>
        {
            Owned.Across(db, type);
            return Task.FromResult(true);
        }));

    [Theory]
    [MemberData(nameof(Types))]
    public async Task A_row_of_another_organisation_is_neither_changed_nor_deleted_nor_made(Type type)
    {
        var theirs = (await host.InDbAsync(host.Theirs.Organisation.Id, db => Owned.RowsAsync(db, type)))[0];
        foreach (var state in (EntityState[])[EntityState.Modified, EntityState.Deleted, EntityState.Added])
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => host.InDbAsync(host.Mine.Organisation.Id, db =>
            {
                db.Entry(theirs).State = state;
                return db.SaveChangesAsync();
            }));
        }
    }

    [Theory]
    [MemberData(nameof(Types))]
    public async Task The_database_itself_keeps_them_apart(Type type)
    {
        var table = await host.InDbAsync(null, db => Task.FromResult(Owned.TableOf(db.Model, type)));
        var (mine, theirs) = (host.Mine.Organisation.Id, host.Theirs.Organisation.Id);
        await using var connection = new NpgsqlConnection(host.Database.App);
        await connection.OpenAsync();

        Assert.Equal(0L, await AskAsync(connection, $"select count(*) from {table}"));
        await AskAsync(connection, $"select set_config('app.tenant_id', '{mine}', false)");
        Assert.Equal(0L, await AskAsync(connection, $"select count(*) from {table} where tenant_id <> '{mine}'"));
        Assert.NotEqual(0L, await AskAsync(connection, $"select count(*) from {table}"));
        Assert.Equal(0L, await AskAsync(connection, $"with gone as (delete from {table} where tenant_id = '{theirs}' returning 1) select count(*) from gone"));
        var refused = await Assert.ThrowsAsync<PostgresException>(() => AskAsync(connection, $"update {table} set tenant_id = '{theirs}'"));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task A_new_row_gets_the_organisation_it_was_made_for()
    {
        var note = Note();
        await host.InDbAsync(host.Mine.Organisation.Id, db =>
        {
            db.Notes.Add(note);
            return db.SaveChangesAsync();
        });

        Assert.Equal(host.Mine.Organisation.Id, note.TenantId);
    }

    [Fact]
    public async Task A_new_row_for_no_organisation_is_refused() => await Assert.ThrowsAsync<InvalidOperationException>(() => host.InDbAsync(null, db =>
    {
        db.Notes.Add(Note());
        return db.SaveChangesAsync();
    }));

    [Fact]
    public async Task A_scope_works_for_one_organisation_all_its_life()
    {
        await using var scope = host.Services.CreateAsyncScope();
        var tenant = scope.ServiceProvider.GetRequiredService<TenantContext>();
        tenant.Set(host.Mine.Organisation.Id, "mine");

        Assert.Throws<InvalidOperationException>(() => tenant.Set(host.Theirs.Organisation.Id, "theirs"));
    }

    [Fact]
    public async Task A_connection_that_goes_back_to_the_pool_forgets_whom_it_worked_for()
    {
        const string ask = "select pg_backend_pid() || ':' || coalesce(current_setting('app.tenant_id', true), '') || coalesce(current_setting('app.across_tenants', true), '')";
        var used = await host.InDbAsync(host.Mine.Organisation.Id, db => db.Database.SqlQuery<int>($"select pg_backend_pid() as \"Value\"").SingleAsync());

        var source = host.Services.GetRequiredService<NpgsqlDataSource>();
        var seen = new List<string>();
        var held = new List<NpgsqlConnection>();
        while (!seen.Any(s => s.StartsWith($"{used}:", StringComparison.Ordinal)) && held.Count < 50)
        {
            held.Add(await source.OpenConnectionAsync());
            seen.Add((string)(await AskAsync(held[^1], ask))!);
        }

        foreach (var connection in held)
        {
            await connection.DisposeAsync();
        }

        Assert.Contains($"{used}:", seen);
    }

    private CampaignNote Note() => new() { CampaignId = host.Mine.Campaign.Id, Author = host.Mine.Organiser.Id, Text = "Ask the registry." };

    private static async Task<object?> AskAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
