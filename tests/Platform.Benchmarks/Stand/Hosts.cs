using System.Diagnostics;
using System.Globalization;
using Platform.Testing.Hosts;

namespace Platform.Benchmarks.Stand;

/// <summary>The processes that are measured.</summary>
internal static class Hosts
{
    public const string Naive = "naive";

    /// <summary>The product's real host, with the hello put in front of it.</summary>
    public static Task<ChildHost> StartAsync(BenchmarkStand stand, string role, params (string Name, string Value)[] settings) => ChildHost.StartAsync(new ChildHostOptions(stand.App, stand.Folder, role)
    {
        Settings = [("ASPNETCORE_HOSTINGSTARTUPASSEMBLIES", "Platform.Benchmarks"), .. settings],

        // The host's own list of assemblies does not know this one.
        Runtime = ["exec", "--depsfile", Beside("Platform.Benchmarks.deps.json"), "--runtimeconfig", Beside("Platform.Benchmarks.runtimeconfig.json")],
    });

    public static async Task<NaiveProcess> StartNaiveAsync(BenchmarkStand stand)
    {
        var port = ChildHost.FreePort();
        var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(Hosts).Assembly.Location, Naive, port.ToString(CultureInfo.InvariantCulture), stand.Owner]))!;
        using var http = new HttpClient { BaseAddress = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}")) };
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < TimeSpan.FromMinutes(1) && !process.HasExited; await Task.Delay(100))
        {
            try
            {
                using var answer = await http.GetAsync(new Uri("/", UriKind.Relative));
                return new NaiveProcess(process, port);
            }
            catch (HttpRequestException)
            {
                // Not up yet.
            }
        }

        throw new InvalidOperationException("The naive variant did not start.");
    }

    private static string Beside(string file) => Path.Combine(AppContext.BaseDirectory, file);
}

/// <summary>The naive variant, running.</summary>
internal sealed class NaiveProcess(Process process, int port) : IDisposable
{
    public int Port { get; } = port;

    public TimeSpan Cpu()
    {
        process.Refresh();
        return process.TotalProcessorTime;
    }

    public void Dispose()
    {
        process.Kill();
        process.Dispose();
    }
}
