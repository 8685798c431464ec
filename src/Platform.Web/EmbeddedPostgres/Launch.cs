using System.Diagnostics;

namespace Platform.Web.EmbeddedPostgres;

/// <summary>Brings the cluster to where it answers: attaches, takes over what was left behind, or makes it.</summary>
internal sealed class Launch(ClusterFolder place, Cluster cluster, RunUser user, EmbeddedPostgresOptions options, ILogger log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public async Task<(StateFile State, bool Attached)> RunAsync(CancellationToken ct)
    {
        var state = await EnsureClusterAsync(ct);
        var running = await WaitForOldServerAsync(ct);
        var port = running?.Port ?? await cluster.StartAsync(state.Port, options, ct);
        if (port != state.Port)
        {
            state = state with { Port = port };
            state.Write(place.StateFile);
        }

        // Also when attaching: whoever started it may have been killed before the roles were made.
        await new Administration(Connections.Admin(state), log).EnsureRolesAsync(state, ct);
        log.LogInformation("{Deed} the embedded database on port {Port}", running is null ? "Started" : "Attached to", port);
        return (state, running is not null);
    }

    private async Task<StateFile> EnsureClusterAsync(CancellationToken ct)
    {
        var state = StateFile.Read(place.StateFile);
        if (place.IsInitialised)
        {
            return state ?? throw new EmbeddedPostgresException(
                $"There is a database in {place.Data}, but its passwords in {place.StateFile} are gone. Bring that file back, or start over with: dotnet run --project src/Platform.Web -- demo reset");
        }

        // Written first: a cluster without its password would be of no use.
        state ??= StateFile.New(user.Name);
        state.Write(place.StateFile);
        await cluster.InitialiseAsync(state, options.Durable, ct);
        return state;
    }

    /// <summary>A server found alive may still be starting or already stopping; null when it is gone.</summary>
    private async Task<Postmaster?> WaitForOldServerAsync(CancellationToken ct)
    {
        var waited = Stopwatch.StartNew();
        while (Postmaster.Find(place) is { } found)
        {
            if (found.IsReady)
            {
                return found;
            }

            if (waited.Elapsed > Patience)
            {
                throw new EmbeddedPostgresException($"PostgreSQL (process {found.ProcessId}) runs in {place.Data} but has not become ready within {Patience.TotalSeconds:0} seconds.");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), ct);
        }

        return null;
    }
}
