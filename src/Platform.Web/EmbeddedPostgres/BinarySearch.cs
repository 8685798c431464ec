namespace Platform.Web.EmbeddedPostgres;

/// <summary>Finds PostgreSQL's programs: the configured folder, else installed, else fetched before, else fetched now.</summary>
internal sealed class BinarySearch(EmbeddedPostgresOptions options, ClusterFolder place, RunUser user, ILogger log)
{
    public async Task<PostgresBinaries> FindAsync(CancellationToken ct)
    {
        var required = place.MajorVersion();
        if (options.BinFolder is { } configured)
        {
            return await ConfiguredAsync(configured, required, ct);
        }

        var found = new List<PostgresBinaries>();
        if (options.LookForInstalled)
        {
            await TryAllAsync(InstalledFolders.All(), found, ct);
        }

        var cache = NpmBinaries.CacheFolders(options, place);
        if (!found.Any(Fits))
        {
            await TryAllAsync(cache.Select(NpmBinaries.BinFolderIn), found, ct);
        }

        if (!found.Any(Fits))
        {
            var fetched = await FetchAsync(cache, found, required, ct);
            await TryAllAsync([fetched], found, ct);
        }

        return found.Where(Fits).MaxBy(binaries => binaries.Major)
            ?? throw NothingFound($"the fetched binaries do not run for the user {user.Name} in {place.Cluster}", found, required);

        bool Fits(PostgresBinaries binaries) =>
            required is { } major ? binaries.Major == major : binaries.Major >= PostgresBinaries.OldestMajor;
    }

    private async Task<PostgresBinaries> ConfiguredAsync(string folder, int? required, CancellationToken ct)
    {
        var found = await PostgresBinaries.TryAsync(folder, user, place.Cluster, log, ct)
            ?? throw new EmbeddedPostgresException(
                $"The configured folder {folder} does not hold initdb, pg_ctl and postgres that the user {user.Name} can run.");
        if (found.Major < PostgresBinaries.OldestMajor)
        {
            throw new EmbeddedPostgresException(
                $"The configured folder {folder} holds PostgreSQL {found.Major}; {PostgresBinaries.OldestMajor} or newer is needed.");
        }

        return required is null || required == found.Major ? found : throw OtherMajor(required.Value, [found]);
    }

    private async Task TryAllAsync(IEnumerable<string> folders, List<PostgresBinaries> found, CancellationToken ct)
    {
        foreach (var folder in folders)
        {
            if (await PostgresBinaries.TryAsync(folder, user, place.Cluster, log, ct) is { } binaries)
            {
                found.Add(binaries);
            }
        }
    }

    private async Task<string> FetchAsync(
        IReadOnlyList<string> cache, List<PostgresBinaries> found, int? required, CancellationToken ct)
    {
        if (!options.MayFetch)
        {
            throw NothingFound("fetching is switched off", found, required);
        }

        if (required is { } major && major != NpmBinaries.Major)
        {
            throw OtherMajor(major, found);
        }

        try
        {
            return await new NpmBinaries(log).FetchAsync(cache, ct);
        }
        catch (EmbeddedPostgresException e)
        {
            throw NothingFound(e.Message, found, required);
        }
    }

    private EmbeddedPostgresException OtherMajor(int major, IReadOnlyList<PostgresBinaries> found) => new(
        $"The data in {place.Data} was made by PostgreSQL {major}, but only {Listed(found)} found. "
        + $"Install PostgreSQL {major}, name its folder in EmbeddedPostgres__BinFolder, or start over with: dotnet run --project src/Platform.Web -- demo reset");

    private static EmbeddedPostgresException NothingFound(string whyNotFetched, IReadOnlyList<PostgresBinaries> found, int? required)
    {
        var needed = required is { } major
            ? $"PostgreSQL {major}, which made the data here (demo reset starts over),"
            : $"PostgreSQL {PostgresBinaries.OldestMajor} or newer";
        return new EmbeddedPostgresException(
            $"""
             {needed} is needed and {Listed(found)} found; fetching it with npm did not work: {whyNotFetched}.
             Three ways out:
               1. use a server of yours: set ConnectionStrings__Platform;
               2. install PostgreSQL (Debian: apt-get install postgresql, macOS: brew install postgresql), or name the folder
                  that holds initdb, pg_ctl and postgres in EmbeddedPostgres__BinFolder;
               3. install Node.js, so that npm can fetch the package {NpmBinaries.Package}.
             """);
    }

    private static string Listed(IReadOnlyList<PostgresBinaries> found) => found.Count == 0
        ? "none was"
        : string.Join(", ", found.Select(binaries => $"{binaries.Major} in {binaries.Folder}")) + (found.Count == 1 ? " was" : " were");
}
