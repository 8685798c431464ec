using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Platform.Web.EmbeddedPostgres;

/// <summary>What postmaster.pid says about the server of a cluster, checked against the processes that really live.</summary>
internal sealed record Postmaster(int ProcessId, int Port, bool IsReady)
{
    private const string FileName = "postmaster.pid";
    private const int IdentityLines = 3;
    private const int PortLine = 3;
    private const int StatusLine = 7;

    /// <summary>The living server, or null; a file left behind by a dead one counts as none.</summary>
    public static Postmaster? Find(ClusterFolder place)
    {
        var lines = Read(FileOf(place));
        if (lines.Length == 0 || !int.TryParse(lines[0], CultureInfo.InvariantCulture, out var id) || !Lives(id, lines))
        {
            return null;
        }

        var port = lines.Length > PortLine ? int.Parse(lines[PortLine], CultureInfo.InvariantCulture) : 0;
        return new Postmaster(id, port, lines.Length > StatusLine && lines[StatusLine].Trim() == "ready");
    }

    /// <summary>After a reboot the old number may be another program's, and PostgreSQL would then refuse to start.</summary>
    public static void RemoveStaleFile(ClusterFolder place) => File.Delete(FileOf(place));

    private static string FileOf(ClusterFolder place) => Path.Combine(place.Data, FileName);

    private static string[] Read(string path)
    {
        try
        {
            return File.ReadAllLines(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return [];
        }
    }

    private static bool Lives(int id, string[] ours)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return process.ProcessName.StartsWith("postgres", StringComparison.OrdinalIgnoreCase) && IsOurs(id, ours);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or Win32Exception)
        {
            return false;
        }
    }

    /// <summary>
    /// A server works inside its data folder, so on Linux the file it sees there must be ours; number, folder and start time
    /// tell. A process that died without being reaped has no folder any more. In doubt it is taken for ours: starting a second
    /// server on the same files would destroy them.
    /// </summary>
    private static bool IsOurs(int id, string[] ours)
    {
        if (!OperatingSystem.IsLinux())
        {
            return true;
        }

        try
        {
            return Read($"/proc/{id}/cwd/{FileName}").Take(IdentityLines).SequenceEqual(ours.Take(IdentityLines));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }
}
