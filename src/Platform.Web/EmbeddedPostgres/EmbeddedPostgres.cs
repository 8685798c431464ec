using Npgsql;

namespace Platform.Web.EmbeddedPostgres;

/// <summary>
/// A PostgreSQL of our own, shared by all processes that name the same data folder: the first starts it, the last stops it.
/// </summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    private readonly ClusterFolder place;
    private readonly StateFile state;
    private readonly Cluster cluster;
    private readonly Lease lease;
    private readonly Administration administration;
    private readonly ILogger log;
    private bool disposed;

    private EmbeddedPostgres(ClusterFolder place, StateFile state, Cluster cluster, Lease lease, bool attached, ILogger log)
    {
        this.place = place;
        this.state = state;
        this.cluster = cluster;
        this.lease = lease;
        this.log = log;
        Attached = attached;
        AdminConnection = Connections.Admin(state);
        administration = new Administration(AdminConnection, log);
    }

    /// <summary>The bootstrap superuser in the database postgres: for making roles and databases only.</summary>
    public string AdminConnection { get; }

    /// <summary>True when the server was running already.</summary>
    public bool Attached { get; }

    /// <exception cref="EmbeddedPostgresException">Says what is wrong and the ways out.</exception>
    public static async Task<EmbeddedPostgres> StartAsync(EmbeddedPostgresOptions options, ILogger log, CancellationToken ct)
    {
        var place = ClusterFolder.Of(options);
        place.Create();
        await using var alone = await FileLock.TakeAsync(place.LockFile, ct);

        var user = RunUser.Choose(StateFile.Read(place.StateFile));
        await user.TakeFolderAsync(place.Cluster, ct);
        var binaries = await new BinarySearch(options, place, user, log).FindAsync(ct);
        var cluster = new Cluster(place, binaries, user, log);
        var leases = new Leases(place.Leases);
        var lease = leases.Take();
        try
        {
            var running = await new Launch(place, cluster, user, options, log).RunAsync(ct);
            return new EmbeddedPostgres(place, running.State, cluster, lease, running.Attached, log);
        }
        catch
        {
            lease.Release();
            if (leases.Holders().Count == 0 && Postmaster.Find(place) is not null)
            {
                await cluster.StopAsync();
            }

            throw;
        }
    }

    /// <summary>Stops what was left running and removes the cluster; the next start makes a new one.</summary>
    /// <exception cref="EmbeddedPostgresException">Somebody is using it.</exception>
    public static async Task ResetAsync(EmbeddedPostgresOptions options, ILogger log, CancellationToken ct)
    {
        var place = ClusterFolder.Of(options);
        if (!Directory.Exists(place.Database))
        {
            return;
        }

        place.Create();
        await using var alone = await FileLock.TakeAsync(place.LockFile, ct);
        if (new Leases(place.Leases).Holders() is [var holder, ..])
        {
            throw new EmbeddedPostgresException($"The embedded database is in use by process {holder}; stop that first.");
        }

        if (Postmaster.Find(place) is not null)
        {
            var user = RunUser.Choose(StateFile.Read(place.StateFile));
            var binaries = await new BinarySearch(options, place, user, log).FindAsync(ct);
            await new Cluster(place, binaries, user, log).StopAsync();
        }

        Directory.Delete(place.Cluster, recursive: true);
        File.Delete(place.StateFile);
        log.LogInformation("Removed the embedded database in {Folder}", place.Cluster);
    }

    /// <param name="database">The database's name.</param>
    /// <param name="role"><c>undersigned_owner</c> or <c>undersigned_app</c>.</param>
    public string ConnectionString(string database, string role) => Connections.Of(state, database, role);

    /// <summary>
    /// Makes the database if it is not there: it belongs to the owner role, the app role may connect, nobody else.
    /// </summary>
    public Task EnsureDatabaseAsync(string database, CancellationToken ct) => administration.EnsureDatabaseAsync(database, ct);

    public async ValueTask DisposeAsync()
    {
        if (disposed)
        {
            return;
        }

        disposed = true;
        await using var alone = await FileLock.TakeAsync(place.LockFile, CancellationToken.None);
        lease.Release();
        var others = new Leases(place.Leases).Holders();
        if (others.Count > 0)
        {
            log.LogInformation("The embedded database goes on running for process {Process}", others[0]);
            return;
        }

        // A server that stops while pooled connections are open would leave broken ones in the pools.
        NpgsqlConnection.ClearAllPools();
        await cluster.StopAsync();
        log.LogInformation("Stopped the embedded database");
    }
}
