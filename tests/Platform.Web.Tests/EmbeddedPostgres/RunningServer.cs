using Xunit;
using Server = Platform.Web.EmbeddedPostgres.EmbeddedPostgres;

namespace Platform.Web.Tests.EmbeddedPostgres;

/// <summary>One server with one database, for tests that leave both as they are.</summary>
public sealed class RunningServer : IAsyncLifetime
{
    public const string Database = "trial";

    public TestCluster Cluster { get; } = new();

    public Server Server { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Server = await Cluster.StartAsync();
        await Server.EnsureDatabaseAsync(Database, TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => Cluster.DisposeAsync();
}
