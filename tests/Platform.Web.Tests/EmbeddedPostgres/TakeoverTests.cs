using System.Diagnostics;
using Xunit;

namespace Platform.Web.Tests.EmbeddedPostgres;

public sealed class TakeoverTests(TestCluster cluster) : IClassFixture<TestCluster>, IAsyncDisposable
{
    public async ValueTask DisposeAsync() => await cluster.StopAsync();

    [Fact]
    public async Task After_a_kill_of_the_server_the_next_start_brings_it_back_on_the_same_port()
    {
        var before = await cluster.StartAsync();
        using (var postmaster = Process.GetProcessById(cluster.Running!.ProcessId))
        {
            postmaster.Kill();
        }

        var after = await cluster.StartAsync();

        Assert.False(after.Attached);
        Assert.Equal("1", await TestCluster.AskAsync(before.AdminConnection, "SELECT 1"));
    }

    [Fact]
    public async Task A_number_that_meanwhile_belongs_to_another_program_does_not_keep_it_from_starting()
    {
        var before = await cluster.StartAsync();
        await before.DisposeAsync();
        await File.WriteAllTextAsync(
            Path.Combine(cluster.Place.Data, "postmaster.pid"),
            $"{Environment.ProcessId}\n{cluster.Place.Data}\n1\n5432\n\n\n\nready\n",
            TestContext.Current.CancellationToken);

        var after = await cluster.StartAsync();

        Assert.False(after.Attached);
        Assert.Equal("1", await TestCluster.AskAsync(after.AdminConnection, "SELECT 1"));
    }

    [Fact]
    public async Task A_first_start_that_was_killed_halfway_is_begun_again()
    {
        await using var empty = new TestCluster();
        var half = Directory.CreateDirectory(empty.Place.UnfinishedData);
        await File.WriteAllTextAsync(Path.Combine(half.FullName, "PG_VERSION"), "15\n", TestContext.Current.CancellationToken);

        var server = await empty.StartAsync();

        Assert.Equal("1", await TestCluster.AskAsync(server.AdminConnection, "SELECT 1"));
    }
}
