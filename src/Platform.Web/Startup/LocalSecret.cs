using System.Security.Cryptography;

namespace Platform.Web.Startup;

/// <summary>The secret of a machine nobody configured: made once, kept in the data folder, readable by its owner only.</summary>
internal static class LocalSecret
{
    public static async Task<string> ReadOrMakeAsync(string dataFolder)
    {
        Directory.CreateDirectory(dataFolder);
        var file = Path.Combine(dataFolder, "secret");
        if (!File.Exists(file))
        {
            var fresh = file + "." + Environment.ProcessId;
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            await using (var writer = new StreamWriter(fresh, options))
            {
                await writer.WriteAsync(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
            }

            // Two first starts at once: the one that comes second keeps what the first one made.
            try
            {
                File.Move(fresh, file, overwrite: false);
            }
            catch (IOException) when (File.Exists(file))
            {
                File.Delete(fresh);
            }
        }

        return (await File.ReadAllTextAsync(file)).Trim();
    }
}
