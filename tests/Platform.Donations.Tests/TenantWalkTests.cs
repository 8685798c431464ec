using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Donations.DonationSettings;
using Platform.Donations.Gifts;
using Platform.Donations.Giving;
using Platform.Donations.Ledger;
using Platform.Donations.Reconciliation;
using Platform.Donations.StripeWebhook;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Donations.Tests;

/// <summary>Lock 5, for money: every table and every address, walked with another organisation's ids.</summary>
public sealed class TenantWalkTests(TestHost host) : IClassFixture<TestHost>
{
    private static readonly DateTimeOffset Noon = new(2027, 2, 5, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Every_table_shows_an_organisation_its_own_rows_only_and_takes_none_for_another()
    {
        var (mine, theirs) = (await GivingStage.SetAsync(host), await FilledAsync());
        var tables = await TablesAsync();
        Assert.Equal(await host.InDonationsAsync(null, db => Task.FromResult(db.Model.GetEntityTypes().Where(t => typeof(ITenantOwned).IsAssignableFrom(t.ClrType)).Select(t => t.GetTableName()!).Order().ToList())), tables);

        await using var source = NpgsqlDataSource.Create(host.Database.App);
        await using var connection = await source.OpenConnectionAsync();
        foreach (var table in tables)
        {
            Assert.True(await CountAsync(connection, table, theirs) > 0, $"{table} was not filled, so nothing is proven about it.");
            await AsAsync(connection, mine.Organisation.Id);
            Assert.Equal((table, 0L), (table, await ScalarAsync(connection, $"select count(*) from donations.{table} where tenant_id = '{theirs.Organisation.Id}'")));
        }

        await AsAsync(connection, mine.Organisation.Id);
        foreach (var sql in new[] { $"insert into donations.campaign_giving (tenant_id, campaign_id, \"on\", changed_at) values ('{theirs.Organisation.Id}', gen_random_uuid(), true, now())", $"insert into donations.former_accounts (tenant_id, account, replaced_at) values ('{theirs.Organisation.Id}', 'acct_x', now())" })
        {
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => ScalarAsync(connection, sql))).SqlState);
        }

        Assert.Equal(0L, await ScalarAsync(connection, $"with changed as (update donations.donations set amount = 1 where tenant_id = '{theirs.Organisation.Id}' returning 1) select count(*) from changed"));
    }

    [Fact]
    public async Task Another_organisation_s_gift_is_nowhere_at_my_desk_and_nothing_happens_to_it()
    {
        var (mine, theirs) = (await GivingStage.SetAsync(host), await FilledAsync());
        var owner = await host.AtDeskAsync(mine.Organiser);
        var (gift, request) = await host.InDonationsAsync(theirs.Organisation.Id, async db => (await db.Donations.SingleAsync(), await db.Refunds.SingleAsync()));
        foreach (var slug in new[] { mine.Organisation.Slug, theirs.Organisation.Slug })
        {
            var desk = $"/{slug}/desk/gifts/{gift.Id}";
            Assert.Equal(HttpStatusCode.NotFound, (await owner.GetAsync(desk)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await owner.PostDirectlyAsync(desk + "/refund", ("password", People.Password))).Status);
            foreach (var decision in new[] { "agree", "decline", "again" })
            {
                Assert.Equal(HttpStatusCode.NotFound, (await owner.PostDirectlyAsync($"{desk}/refunds/{request.Id}/{decision}", ("password", People.Password))).Status);
            }
        }

        Assert.Equal(HttpStatusCode.NotFound, (await owner.PostDirectlyAsync($"/{mine.Organisation.Slug}/desk/giving/campaigns/{theirs.Campaign.Id}", ("on", "true"))).Status);
        var list = await owner.GetAsync($"/{mine.Organisation.Slug}/desk/gifts?campaign={theirs.Campaign.Id}&before={gift.Id}");
        Assert.DoesNotContain(gift.Id.ToString(), list.Source, StringComparison.Ordinal);
        var file = await owner.PostDirectlyAsync($"/{mine.Organisation.Slug}/desk/gifts/export");
        Assert.Equal(HttpStatusCode.OK, file.Status);
        Assert.DoesNotContain("Ada Walker", file.Source, StringComparison.Ordinal);
        Assert.Equal(RefundState.Waiting, await host.InDonationsAsync(theirs.Organisation.Id, db => db.Refunds.Select(r => r.State).SingleAsync()));
    }

    [Fact]
    public async Task A_giver_s_links_open_at_their_own_petition_only()
    {
        var (mine, theirs) = (await GivingStage.SetAsync(host), await GivingStage.SetAsync(host));
        var gift = await PaidGift.MakeAsync(theirs, monthly: true);
        var visitor = host.Visitor();
        foreach (var address in new[] { theirs.Manage(gift), theirs.Thanks(gift) })
        {
            Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(address)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(address.Replace(theirs.Path, mine.Path, StringComparison.Ordinal))).Status);
        }

        foreach (var press in new[] { "stop", "forget" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.PostAsync(new Uri($"http://localhost{theirs.Manage(gift).Replace(theirs.Path, mine.Path, StringComparison.Ordinal)}/{press}"), [])).Status);
        }

        Assert.Equal(MonthlyStage.Running, (await theirs.GiftsAsync()).Single().MonthlyStage);
    }

    /// <summary>An organisation with a row in every table.</summary>
    private async Task<Stage> FilledAsync()
    {
        var stage = await GivingStage.SetAsync(host);
        await host.InScopeAsync(stage.Organisation.Id, async services =>
        {
            var db = services.GetRequiredService<DonationsDb>();
            var gift = new Donation(Guid.NewGuid(), stage.Campaign.Id, 2500, 0, "eur", monthly: false, "acct_walk", "Ada Walker", "ada@walk.example", "en", Noon);
            db.AddRange(
                gift, new RefundRequest(gift.Id, 100, Guid.NewGuid(), "Somebody", needsSecond: true, Noon), new FormerAccount($"acct_{Guid.NewGuid():N}"),
                new ReconciliationRun(Noon, 1, 1), new ReconciliationDifference(new Finding(DifferenceKind.AmountDiffers, "txn_walk", "eur", 1, 2, Noon), Noon));
            await db.SaveChangesAsync();
            await services.GetRequiredService<LedgerBook>().EnterAsync("acct_walk", [new Movement("txn_walk", "ch_walk", LedgerKind.Gift, "eur", 2500, 100, Noon)], CancellationToken.None);
            return await db.Database.ExecuteSqlAsync(
                $"""
                insert into donations.stripe_events (tenant_id, id, account, event_id, type, object_id, subject, at, outcome, processed_at)
                values ({stage.Organisation.Id}, gen_random_uuid(), 'acct_walk', 'evt_walk', 'charge.refunded', 'ch_walk', 'pi_walk', now(), 1, now())
                """);
        });
        return stage;
    }

    private async Task<List<string>> TablesAsync()
    {
        await using var source = NpgsqlDataSource.Create(host.Database.Owner);
        await using var command = source.CreateCommand("select c.relname::text from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'donations' and c.relkind in ('r', 'p') and c.relname <> '__migrations' order by 1");
        await using var reader = await command.ExecuteReaderAsync();
        var tables = new List<string>();
        while (await reader.ReadAsync())
        {
            tables.Add(reader.GetString(0));
        }

        return [.. tables.Order()];
    }

    private static async Task<long> CountAsync(NpgsqlConnection connection, string table, Stage stage)
    {
        await AsAsync(connection, stage.Organisation.Id);
        return await ScalarAsync(connection, $"select count(*) from donations.{table}");
    }

    private static Task<long> AsAsync(NpgsqlConnection connection, Guid organisation) => ScalarAsync(connection, $"select length(set_config('app.tenant_id', '{organisation}', false))::bigint");

    private static async Task<long> ScalarAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync() as long? ?? 0;
    }
}
