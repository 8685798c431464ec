using System.Security.Cryptography;
using System.Text.Json;

namespace Platform.Web.EmbeddedPostgres;

/// <summary>What must outlive the process to reach the cluster again: the port, the passwords and who runs it.</summary>
internal sealed record StateFile(int Port, string User, string AdminPassword, string OwnerPassword, string AppPassword)
{
    public static StateFile New(string user) => new(FreePort.Find(), user, Secret(), Secret(), Secret());

    public static StateFile? Read(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<StateFile>(File.ReadAllText(path));
        }
        catch (Exception e) when (e is JsonException or UnauthorizedAccessException)
        {
            throw new EmbeddedPostgresException($"{path}, which keeps the embedded database's passwords, cannot be read: {e.Message}", e);
        }
    }

    public void Write(string path)
    {
        var unfinished = path + ".unfinished";
        File.Delete(unfinished);
        var how = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            how.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var file = new FileStream(unfinished, how))
        {
            JsonSerializer.Serialize(file, this);
            file.Flush(flushToDisk: true);
        }

        File.Move(unfinished, path, overwrite: true);
    }

    // Hexadecimal, so that it needs no quoting anywhere.
    private static string Secret() => RandomNumberGenerator.GetHexString(48, lowercase: true);
}
