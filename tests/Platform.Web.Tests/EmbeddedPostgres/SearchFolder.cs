using Microsoft.Extensions.Logging.Abstractions;
using Platform.Web.EmbeddedPostgres;
using Xunit;

namespace Platform.Web.Tests.EmbeddedPostgres;

/// <summary>A data folder prepared as far as looking for PostgreSQL needs it.</summary>
internal sealed class SearchFolder : IAsyncDisposable
{
    private readonly TestCluster cluster = new();

    public EmbeddedPostgresOptions Options => cluster.Options;

    public ClusterFolder Place => cluster.Place;

    public string Path => cluster.Options.DataFolder!;

    public async Task<PostgresBinaries> FindAsync(EmbeddedPostgresOptions options)
    {
        var ct = TestContext.Current.CancellationToken;
        Place.Create();
        var user = RunUser.Choose(state: null);
        await user.TakeFolderAsync(Place.Cluster, ct);
        return await new BinarySearch(options, Place, user, NullLogger.Instance).FindAsync(ct);
    }

    public ValueTask DisposeAsync() => cluster.DisposeAsync();
}
