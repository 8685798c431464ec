using System.Diagnostics;
using System.Globalization;

namespace Platform.Petitions.Tests.Faults;

/// <summary>A file system of a few megabytes in memory, that a test may fill. Only who is root on Linux can make one.</summary>
internal sealed class SmallDisk : IDisposable
{
    private SmallDisk(string folder) => Folder = folder;

    public string Folder { get; }

    private string Ballast => Path.Combine(Folder, "ballast");

    /// <param name="like">Who owns this folder gets the disk.</param>
    /// <returns>Null where none can be mounted.</returns>
    public static SmallDisk? Mount(string folder, int megabytes, string like)
    {
        System.IO.Directory.CreateDirectory(folder);
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess
            || Run("mount", "-t", "tmpfs", "-o", string.Create(CultureInfo.InvariantCulture, $"size={megabytes}m"), "tmpfs", folder) != 0)
        {
            return null;
        }

        var disk = new SmallDisk(folder);
        System.IO.Directory.CreateDirectory(Path.Combine(folder, "tables"));
        return Run("chown", "-R", "--reference=" + like, folder) == 0 ? disk : throw new InvalidOperationException("The disk could not be given away.");
    }

    /// <summary>Not a byte is left.</summary>
    public void Fill()
    {
        using var file = File.Create(Ballast);
        var block = new byte[4096];
        try
        {
            while (true)
            {
                file.Write(block);
                file.Flush();
            }
        }
        catch (IOException)
        {
            // It is full.
        }
    }

    public void Free() => File.Delete(Ballast);

    public void Dispose() => Run("umount", "--lazy", Folder);

    private static int Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
