using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace Platform.Petitions.Pictures;

/// <summary>Blobs as files below one folder.</summary>
public sealed partial class FileBlobs(string folder) : IBlobStore
{
    /// <summary><c>Blobs:Folder</c>, else below the data folder, else below the user's own data.</summary>
    public static FileBlobs From(IConfiguration configuration)
    {
        var own = Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows()
            ? "/var/lib/undersigned"
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "undersigned");
        var data = configuration["EmbeddedPostgres:DataFolder"] ?? own;
        return new FileBlobs(configuration["Blobs:Folder"] ?? Path.Combine(data, "blobs"));
    }

    public async Task WriteAsync(string name, ReadOnlyMemory<byte> content, CancellationToken ct)
    {
        var path = PathOf(name);
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var unfinished = $"{path}.{Guid.NewGuid():N}.tmp";
        await using (var file = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write))
        {
            await file.WriteAsync(content, ct);
            file.Flush(flushToDisk: true);
        }

        File.Move(unfinished, path, overwrite: true);
    }

    public Stream? Open(string name)
    {
        var path = PathOf(name);
        return File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 16 * 1024, useAsync: true) : null;
    }

    private string PathOf(string name) => Name().IsMatch(name)
        ? Path.Combine(folder, name)
        : throw new ArgumentException("Not the name of a blob.", nameof(name));

    [GeneratedRegex("^[a-z0-9-]+(/[a-z0-9-]+)*(\\.[a-z0-9]+)?$")]
    private static partial Regex Name();
}
