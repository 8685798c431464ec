namespace Platform.Web.EmbeddedPostgres;

/// <summary>The user PostgreSQL runs as: ourselves, except as root, whom PostgreSQL refuses.</summary>
internal sealed record RunUser(string Name, bool IsAnother)
{
    public static RunUser Choose(StateFile? state)
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess)
        {
            return new RunUser(Environment.UserName, IsAnother: false);
        }

        var known = File.ReadLines("/etc/passwd").Select(line => line.Split(':')[0]).ToHashSet();

        // Whoever made the cluster goes on running it: a change of user would lock out the one before.
        string?[] wanted = [state?.User, "postgres", "nobody"];
        var name = wanted.FirstOrDefault(user => user is not null && known.Contains(user))
            ?? throw new EmbeddedPostgresException("PostgreSQL refuses to run as root, and this system has neither a user postgres nor nobody to run it as.");
        return new RunUser(name, IsAnother: true);
    }

    /// <summary>Gives the folder to the user, and says so when he cannot get to it through the folders above.</summary>
    public async Task TakeFolderAsync(string folder, CancellationToken ct)
    {
        await OwnAsync(folder, ct);
        if (IsAnother && (await Command.RunPostgresAsync("/bin/sh", ["-c", ":"], this, folder, ct)).ExitCode != 0)
        {
            throw new EmbeddedPostgresException(
                $"The user {Name}, who must run PostgreSQL because root may not, cannot enter {folder}: a folder above it is closed. "
                + "Choose another place with the setting EmbeddedPostgres__DataFolder.");
        }
    }

    public async Task OwnAsync(string path, CancellationToken ct)
    {
        if (IsAnother)
        {
            var done = await Command.RunAsync("chown", [$"{Name}:", path], ct);
            done.ThrowUnlessDone($"{path} could not be given to the user {Name}");
        }
    }
}
