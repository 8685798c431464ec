namespace Platform.Web.EmbeddedPostgres;

/// <summary>Makes, starts and stops the server. Only used while the start lock is held.</summary>
internal sealed class Cluster(ClusterFolder place, PostgresBinaries binaries, RunUser user, ILogger log)
{
    public const string Admin = "undersigned_bootstrap";

    private const int Attempts = 40;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    public async Task InitialiseAsync(StateFile state, bool durable, CancellationToken ct)
    {
        log.LogInformation("Making the embedded database in {Folder} with PostgreSQL {Major}, run by {User}", place.Data, binaries.Major, user.Name);
        await File.WriteAllTextAsync(place.PasswordFile, state.AdminPassword, ct);
        try
        {
            await user.OwnAsync(place.PasswordFile, ct);
            await RunInitDbAsync(durable, ct);
        }
        finally
        {
            File.Delete(place.PasswordFile);
        }

        // The rename comes last, so that a first start that is killed leaves no half-made cluster behind.
        Directory.Move(place.UnfinishedData, place.Data);
    }

    /// <summary>Starts the server and answers the port it listens on.</summary>
    public async Task<int> StartAsync(int port, EmbeddedPostgresOptions options, CancellationToken ct)
    {
        Postmaster.RemoveStaleFile(place);
        for (var attempt = 1; ; attempt++)
        {
            if (!FreePort.IsFree(port))
            {
                port = FreePort.Find();
            }

            StartLogAfresh();
            var done = await RunAsync(
                binaries.PgCtl, ["start", "-w", "-t", "60", "-D", place.Data, "-l", place.Log, "-o", ServerSettings.CommandLine(port, options)], ct);
            if (done.ExitCode == 0)
            {
                return port;
            }

            var said = LastLogLines();
            if (attempt == Attempts || !IsPassing(said))
            {
                throw new EmbeddedPostgresException($"PostgreSQL did not start in {place.Data}: {done.Output}\n{said}");
            }

            await Task.Delay(Pause, ct);
        }
    }

    public async Task StopAsync()
    {
        // "fast" ends sessions and writes everything out; nobody who could cancel this is left.
        var done = await RunAsync(binaries.PgCtl, ["stop", "-w", "-t", "60", "-m", "fast", "-D", place.Data], CancellationToken.None);
        if (done.ExitCode != 0 && Postmaster.Find(place) is { } alive)
        {
            log.LogWarning("The embedded database (process {Process}) did not stop: {Output}", alive.ProcessId, done.Output);
        }
    }

    private async Task RunInitDbAsync(bool durable, CancellationToken ct)
    {
        CommandResult? done = null;
        foreach (var characters in ServerSettings.CharacterTypes)
        {
            if (Directory.Exists(place.UnfinishedData))
            {
                Directory.Delete(place.UnfinishedData, recursive: true);
            }

            done = await RunAsync(
                binaries.InitDb,
                [
                    "-D", place.UnfinishedData, "--username", Admin, "--pwfile", place.PasswordFile, "--auth", "scram-sha-256",
                    "--encoding", "UTF8", "--locale", "C", "--lc-ctype", characters, .. durable ? (string[])[] : ["--no-sync"],
                ],
                ct);
            if (done.ExitCode == 0)
            {
                return;
            }
        }

        done!.ThrowUnlessDone($"initdb could not make the database in {place.Data} as the user {user.Name}");
    }

    private Task<CommandResult> RunAsync(string program, IReadOnlyList<string> arguments, CancellationToken ct) =>
        Command.RunPostgresAsync(program, arguments, user, place.Cluster, ct);

    private void StartLogAfresh()
    {
        if (File.Exists(place.Log))
        {
            File.Move(place.Log, place.Log + ".before", overwrite: true);
        }
    }

    private string LastLogLines() =>
        File.Exists(place.Log) ? string.Join('\n', File.ReadLines(place.Log).TakeLast(8)) : "";

    /// <summary>
    /// After a kill -9 the old server's children need a moment to notice; and another program may take the port between our
    /// look and the start.
    /// </summary>
    private static bool IsPassing(string said) =>
        said.Contains("still in use", StringComparison.Ordinal) || said.Contains("could not bind", StringComparison.Ordinal);
}
