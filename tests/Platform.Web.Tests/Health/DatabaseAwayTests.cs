using System.Net;
using Npgsql;
using Platform.Testing.Hosts;
using Platform.Testing.Time;
using Xunit;

namespace Platform.Web.Tests.Health;

public sealed class DatabaseAwayTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task Without_its_database_the_host_lives_but_is_not_ready_until_it_is_back()
    {
        var elsewhere = await TestCluster.CloneAsync();
        var visitor = host.Visitor();
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/health/ready")).Status);
        try
        {
            await RunAsync(elsewhere.Owner, $"alter database {host.Database.Name} allow_connections false");

            // A backend that was told to end may still answer once.
            await Until.TrueAsync(async () => await AskAsync(elsewhere.App, $"select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = '{host.Database.Name}'") == 0, "all connections are cut");

            Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/health/live")).Status);
            var ready = await visitor.GetAsync("/health/ready");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.Status);
            var page = await visitor.GetAsync("/about/privacy");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, page.Status);
            Assert.NotNull(page.Response.Headers.RetryAfter);
        }
        finally
        {
            await RunAsync(elsewhere.Owner, $"alter database {host.Database.Name} allow_connections true");
        }

        await Until.SeenAsync(() => visitor.GetAsync("/health/ready"), page => page.Status == HttpStatusCode.OK, "it recovers by itself", page => page.Text, TimeSpan.FromSeconds(10));
    }

    private static async Task<long> AskAsync(string connection, string sql)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connection) { Pooling = false });
        await using var command = source.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static async Task RunAsync(string connection, string sql)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connection) { Pooling = false });
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
