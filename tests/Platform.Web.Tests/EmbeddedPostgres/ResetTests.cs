using Platform.Web.EmbeddedPostgres;
using Xunit;

namespace Platform.Web.Tests.EmbeddedPostgres;

public class ResetTests
{
    [Fact]
    public async Task A_reset_is_refused_while_somebody_uses_it_and_afterwards_leaves_nothing()
    {
        await using var cluster = new TestCluster();
        var server = await cluster.StartAsync();

        var refused = await Assert.ThrowsAsync<EmbeddedPostgresException>(cluster.ResetAsync);
        Assert.Contains($"process {Environment.ProcessId}", refused.Message, StringComparison.Ordinal);

        await server.DisposeAsync();
        await cluster.ResetAsync();
        Assert.False(Directory.Exists(cluster.Place.Cluster));
        Assert.False(File.Exists(cluster.Place.StateFile));
    }

    [Fact]
    public async Task A_reset_stops_a_server_that_was_left_behind()
    {
        await using var cluster = new TestCluster();
        await cluster.StartAsync();
        foreach (var lease in Directory.EnumerateFiles(cluster.Place.Leases))
        {
            File.Delete(lease);
        }

        await cluster.ResetAsync();

        Assert.Null(cluster.Running);
        Assert.False(Directory.Exists(cluster.Place.Cluster));
    }

    [Fact]
    public async Task A_reset_of_nothing_does_nothing()
    {
        await using var cluster = new TestCluster();
        await cluster.ResetAsync();
        Assert.Empty(Directory.EnumerateFileSystemEntries(cluster.Options.DataFolder!));
    }
}
