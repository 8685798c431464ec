namespace Platform.Web.EmbeddedPostgres;

/// <summary>Folders in which PostgreSQL's programs usually lie on the systems we know.</summary>
internal static class InstalledFolders
{
    private static readonly (string Parent, string Pattern, string Bin)[] Known =
    [
        ("/usr/lib/postgresql", "*", "bin"),
        ("/usr", "pgsql-*", "bin"),
        ("/opt/homebrew/opt", "postgresql*", "bin"),
        ("/usr/local/opt", "postgresql*", "bin"),
        ("/home/linuxbrew/.linuxbrew/opt", "postgresql*", "bin"),
        ("/Applications/Postgres.app/Contents/Versions", "*", "bin"),
        (@"C:\Program Files\PostgreSQL", "*", "bin"),
    ];

    public static IEnumerable<string> All() => OnPath()
        .Concat(Known.Where(place => Directory.Exists(place.Parent)).SelectMany(InPlace))
        .Where(Directory.Exists)
        .Distinct();

    private static IEnumerable<string> OnPath() => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Where(Path.IsPathRooted);

    private static IEnumerable<string> InPlace((string Parent, string Pattern, string Bin) place) =>
        Directory.EnumerateDirectories(place.Parent, place.Pattern).Select(found => Path.Combine(found, place.Bin));
}
