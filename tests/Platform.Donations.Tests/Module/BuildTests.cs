using System.Diagnostics;
using Xunit;

namespace Platform.Donations.Tests.Module;

public sealed class BuildTests
{
    /// <summary>A minute of work for the machine, so only by name: -explicit on -class "*.BuildTests".</summary>
    [Fact(Explicit = true)]
    public async Task Without_the_module_the_platform_builds_and_the_assembly_is_not_there()
    {
        var (root, artifacts) = (FindRoot(), Directory.CreateTempSubdirectory("undersigned-without-").FullName);
        using var build = Process.Start(new ProcessStartInfo("dotnet", ["build", "src/Platform.Web", "-p:WithDonations=false", "--artifacts-path", artifacts, "-v", "quiet", "--nologo"]) { WorkingDirectory = root })!;
        await build.WaitForExitAsync();
        var made = Directory.EnumerateFiles(artifacts, "*.dll", SearchOption.AllDirectories).Select(Path.GetFileName).ToHashSet();
        Directory.Delete(artifacts, recursive: true);

        Assert.Equal(0, build.ExitCode);
        Assert.Contains("Platform.Web.dll", made);
        Assert.DoesNotContain("Platform.Donations.dll", made);
        Assert.DoesNotContain("Stripe.net.dll", made);
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Platform.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
