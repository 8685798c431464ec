using Xunit;

namespace Platform.Web.Tests.EmbeddedPostgres;

public sealed class SharingTests(TestCluster cluster) : IClassFixture<TestCluster>, IAsyncDisposable
{
    public async ValueTask DisposeAsync() => await cluster.StopAsync();

    [Fact]
    public async Task The_first_starts_the_second_attaches_and_the_last_out_stops_it()
    {
        var first = await cluster.StartAsync();
        var second = await cluster.StartAsync();
        Assert.False(first.Attached);
        Assert.True(second.Attached);
        Assert.Equal(first.AdminConnection, second.AdminConnection);

        await first.DisposeAsync();
        Assert.Equal("1", await TestCluster.AskAsync(second.AdminConnection, "SELECT 1"));

        await second.DisposeAsync();
        Assert.Null(cluster.Running);
    }

    [Fact]
    public async Task Two_that_start_at_once_share_one_new_server()
    {
        await using var empty = new TestCluster();
        var both = await Task.WhenAll(empty.StartAsync(), empty.StartAsync());

        Assert.Single(both, server => server.Attached);
        Assert.Equal(both[0].AdminConnection, both[1].AdminConnection);
    }

    [Fact]
    public async Task Rows_passwords_and_port_survive_a_stop()
    {
        var before = await cluster.StartAsync();
        await before.EnsureDatabaseAsync("kept", TestContext.Current.CancellationToken);
        var connection = before.ConnectionString("kept", "undersigned_owner");
        await TestCluster.RunAsync(connection, "CREATE TABLE kept AS SELECT 'سلام' AS word");
        await before.DisposeAsync();

        var after = await cluster.StartAsync();

        Assert.False(after.Attached);
        Assert.Equal(connection, after.ConnectionString("kept", "undersigned_owner"));
        Assert.Equal("سلام", await TestCluster.AskAsync(connection, "SELECT word FROM kept"));
    }

    [Fact]
    public async Task A_lease_left_by_a_killed_process_keeps_nothing_running()
    {
        var server = await cluster.StartAsync();
        var left = Path.Combine(cluster.Place.Leases, "12345-dead.lease");
        await File.WriteAllTextAsync(left, "", TestContext.Current.CancellationToken);

        await server.DisposeAsync();

        Assert.Null(cluster.Running);
        Assert.False(File.Exists(left));
    }
}
