using System.Globalization;
using System.Text.RegularExpressions;

namespace Platform.Web.EmbeddedPostgres;

/// <summary>A folder with initdb, pg_ctl and postgres of one major version, tried out as the user who will run them.</summary>
internal sealed partial record PostgresBinaries(string Folder, int Major)
{
    public const int OldestMajor = 15;

    public string InitDb => Program("initdb");

    public string PgCtl => Program("pg_ctl");

    private string Postgres => Program("postgres");

    private string Program(string name) => Path.Combine(Folder, OperatingSystem.IsWindows() ? name + ".exe" : name);

    /// <summary>Looks at a folder; null when it lacks a program, or when they do not run here.</summary>
    public static async Task<PostgresBinaries?> TryAsync(
        string folder, RunUser user, string workFolder, ILogger log, CancellationToken ct)
    {
        var unknown = new PostgresBinaries(folder, 0);
        if (!File.Exists(unknown.InitDb) || !File.Exists(unknown.PgCtl) || !File.Exists(unknown.Postgres))
        {
            return null;
        }

        var answer = await Command.RunPostgresAsync(unknown.Postgres, ["--version"], user, workFolder, ct);
        var version = answer.ExitCode == 0 ? MajorVersion().Match(answer.Output) : Match.Empty;
        if (version.Success)
        {
            return unknown with { Major = int.Parse(version.Groups[1].Value, CultureInfo.InvariantCulture) };
        }

        log.LogWarning("{Program} does not run as the user {User} in {Folder}: {Answer}", unknown.Postgres, user.Name, workFolder, answer.Output);
        return null;
    }

    [GeneratedRegex(@"\(PostgreSQL\) (\d+)")]
    private static partial Regex MajorVersion();
}
