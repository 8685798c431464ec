using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Platform.Donations.Ledger;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Donations.Tests.Ledger;

public sealed class LedgerTests(TestHost host) : IClassFixture<TestHost>
{
    private static readonly Movement Gift = new("txn_gift", "ch_gift", LedgerKind.Gift, "eur", 2500, 103, DateTimeOffset.UnixEpoch);

    [Fact]
    public async Task A_gift_stands_on_both_sides()
    {
        var tenant = Guid.NewGuid();

        Assert.Equal(1, await EnterAsync(tenant, [Gift]));

        Assert.Equal(
            [new("eur", LedgerAccount.Balance, 2397), new("eur", LedgerAccount.Gifts, -2500), new LedgerSum("eur", LedgerAccount.Fees, 103)],
            await SumsAsync(tenant));
    }

    [Fact]
    public async Task Told_twenty_times_at_once_it_is_entered_once()
    {
        var tenant = Guid.NewGuid();

        var entered = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => EnterAsync(tenant, [Gift])));

        Assert.Equal(1, entered.Sum());
        Assert.Equal(-2500, (await SumsAsync(tenant)).Single(s => s.Account == LedgerAccount.Gifts).Amount);
    }

    [Fact]
    public void Ten_thousand_movements_in_any_order_with_repeats_leave_the_sums_they_leave_in_order() =>
        Gen.Select(Movements.Some(10_000), Gen.Int).Sample(
            (movements, seed) =>
            {
                // The book of another organisation each time: what was entered once is there for ever.
                var (random, tenant) = (new Random(seed), Guid.NewGuid());
                var told = movements.Concat(movements.Where(_ => random.Next(3) == 0)).OrderBy(_ => random.Next()).ToList();
                var entered = 0;
                while (told.Count > 0)
                {
                    var batch = told.Take(random.Next(1, 1500)).ToList();
                    told.RemoveRange(0, batch.Count);
                    entered += EnterAsync(tenant, batch).GetAwaiter().GetResult();
                }

                Assert.Equal(movements.Length, entered);
                Assert.Equal(Movements.Sums(movements), SumsAsync(tenant).GetAwaiter().GetResult());
                Assert.Equal(0, Movements.Sums(movements).Sum(s => s.Amount));
            },
            iter: 3,
            threads: 1);

    [Theory]
    [InlineData("update donations.ledger_entries set amount = amount + 1")]
    [InlineData("update donations.ledger_transactions set currency = 'usd'")]
    [InlineData("delete from donations.ledger_entries")]
    [InlineData("delete from donations.ledger_transactions")]
    [InlineData("truncate donations.ledger_entries, donations.ledger_transactions")]
    public async Task The_database_refuses_to_change_the_books_even_to_their_owner(string sql)
    {
        await EnterAsync(Guid.NewGuid(), [Gift]);

        Assert.Equal(PostgresErrorCodes.RestrictViolation, (await Assert.ThrowsAsync<PostgresException>(() => RunAsync(sql))).SqlState);
    }

    [Theory]
    [InlineData("insert into donations.ledger_entries (tenant_id, transaction_id, account, amount) select tenant_id, id, 1, 100 from t union all select tenant_id, id, 3, -99 from t")]
    [InlineData("insert into donations.ledger_entries (tenant_id, transaction_id, account, amount) select tenant_id, id, 1, 100 from t")]
    [InlineData("select 1")]
    public async Task The_database_refuses_a_transaction_that_does_not_balance(string entries)
    {
        var sql = $"""
            with t as (insert into donations.ledger_transactions (tenant_id, account, movement, source, kind, currency, at) values (gen_random_uuid(), 'acct_x', 'txn_x', 'ch_x', 1, 'eur', now()) returning tenant_id, id)
            {entries}
            """;

        Assert.Equal(PostgresErrorCodes.CheckViolation, (await Assert.ThrowsAsync<PostgresException>(() => RunAsync(sql))).SqlState);
    }

    [Fact]
    public async Task An_organisation_reads_its_own_books_only()
    {
        var (mine, theirs) = (Guid.NewGuid(), Guid.NewGuid());
        await EnterAsync(theirs, [Gift]);

        Assert.Empty(await SumsAsync(mine));
        Assert.Equal(1, await EnterAsync(mine, [Gift]));
    }

    private Task<int> EnterAsync(Guid tenant, IReadOnlyCollection<Movement> movements) =>
        host.InScopeAsync(tenant, services => Patient(services).EnterAsync("acct_books", movements, CancellationToken.None));

    private Task<IReadOnlyList<LedgerSum>> SumsAsync(Guid tenant) =>
        host.InScopeAsync(tenant, services => Patient(services).SumsAsync(CancellationToken.None));

    /// <summary>What is right does not depend on how busy the machine is.</summary>
    private static LedgerBook Patient(IServiceProvider services)
    {
        services.GetRequiredService<DonationsDb>().Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        return services.GetRequiredService<LedgerBook>();
    }

    private async Task<int> RunAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(host.Database.Owner) { Options = "-c app.across_tenants=on" });
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteNonQueryAsync();
    }
}
