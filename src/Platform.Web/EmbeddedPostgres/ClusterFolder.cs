using System.Globalization;

namespace Platform.Web.EmbeddedPostgres;

/// <summary>Names every file of one embedded database.</summary>
/// <remarks>
/// <c>database/</c> is ours; <c>database/cluster/</c> belongs to the user PostgreSQL runs as.
/// </remarks>
internal sealed record ClusterFolder(string Root)
{
    public string Database => Path.Combine(Root, "database");

    public string LockFile => Path.Combine(Database, "start.lock");

    public string StateFile => Path.Combine(Database, "state.json");

    public string Leases => Path.Combine(Database, "leases");

    public string Cluster => Path.Combine(Database, "cluster");

    public string Data => Path.Combine(Cluster, "data");

    public string UnfinishedData => Path.Combine(Cluster, "data.unfinished");

    public string PasswordFile => Path.Combine(Cluster, "password");

    public string Log => Path.Combine(Cluster, "server.log");

    public bool IsInitialised => File.Exists(Path.Combine(Data, "PG_VERSION"));

    public static ClusterFolder Of(EmbeddedPostgresOptions options) =>
        new(Path.GetFullPath(options.DataFolder ?? DataFolder.Default));

    public int? MajorVersion() => IsInitialised
        ? int.Parse(File.ReadAllText(Path.Combine(Data, "PG_VERSION")).Trim(), CultureInfo.InvariantCulture)
        : null;

    public void Create()
    {
        try
        {
            foreach (var folder in (string[])[Root, Database, Leases, Cluster])
            {
                Directory.CreateDirectory(folder);
            }

            LetTheRunUserPass(Root);
            LetTheRunUserPass(Database);
            KeepPrivate(Leases);
            KeepPrivate(Cluster);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw new EmbeddedPostgresException(
                $"The data folder {Root} cannot be written: {e.Message} Choose another with the setting EmbeddedPostgres__DataFolder.", e);
        }
    }

    /// <summary>As root, PostgreSQL's user must get through our folders; he need not list what lies in them.</summary>
    public static void LetTheRunUserPass(string folder)
    {
        if (!OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess)
        {
            File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        }
    }

    private static void KeepPrivate(string folder)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
