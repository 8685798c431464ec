using System.Diagnostics;

namespace Platform.Web.EmbeddedPostgres;

/// <summary>A file held locked while its process lives: the system lets go of it even after kill -9.</summary>
internal static class FileLock
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public static async Task<FileStream> TakeAsync(string path, CancellationToken ct)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            if (TryTake(path, FileMode.OpenOrCreate) is { } file)
            {
                return file;
            }

            if (waited.Elapsed > Patience)
            {
                throw new EmbeddedPostgresException($"Another process has held {path} for {Patience.TotalMinutes:0} minutes; it seems to hang while starting or stopping the database.");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), ct);
        }
    }

    public static FileStream? TryTake(string path, FileMode mode)
    {
        try
        {
            return new FileStream(path, mode, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (e is not (FileNotFoundException or DirectoryNotFoundException))
        {
            return null;
        }
    }
}
