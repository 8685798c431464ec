using System.Globalization;

namespace Platform.Web.EmbeddedPostgres;

/// <summary>One locked file for each process that uses the cluster: who finds no other stops it.</summary>
/// <remarks>Only used while the start lock is held.</remarks>
internal sealed class Leases(string folder)
{
    public Lease Take()
    {
        var path = Path.Combine(folder, $"{Environment.ProcessId}-{Guid.NewGuid():N}.lease");
        return new Lease(path, new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None));
    }

    /// <summary>Process ids of the living holders; what the dead left behind is removed.</summary>
    public IReadOnlyList<int> Holders()
    {
        var holders = new List<int>();
        foreach (var path in Directory.EnumerateFiles(folder, "*.lease"))
        {
            if (IsHeld(path))
            {
                holders.Add(int.Parse(Path.GetFileName(path).Split('-')[0], CultureInfo.InvariantCulture));
            }
            else
            {
                File.Delete(path);
            }
        }

        return holders;
    }

    private static bool IsHeld(string path)
    {
        try
        {
            using var file = FileLock.TryTake(path, FileMode.Open);
            return file is null;
        }
        catch (UnauthorizedAccessException)
        {
            // Another user's process; whether it lives cannot be told, and stopping under it would be worse than leaving.
            return true;
        }
    }
}

internal sealed record Lease(string Path, FileStream File)
{
    public void Release()
    {
        File.Dispose();
        System.IO.File.Delete(Path);
    }
}
