using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Platform.Testing.Time;
using Platform.Web.Tests.Rules;
using Xunit;

namespace Platform.Web.Tests.Startup;

/// <summary>The platform as a process of its own, started as an operator starts it.</summary>
internal sealed class Launched : IAsyncDisposable
{
    private readonly Process process;
    private readonly StringBuilder said = new();

    private Launched(Process process) => this.process = process;

    public string Said
    {
        get
        {
            lock (said)
            {
                return said.ToString();
            }
        }
    }

    /// <summary>Runs until it ends by itself.</summary>
    public static async Task<(int Code, string Said)> RunAsync(IReadOnlyDictionary<string, string> settings, params string[] arguments)
    {
        await using var launched = Start(settings, arguments);
        return (await launched.EndAsync(), launched.Said);
    }

    public static Launched Start(IReadOnlyDictionary<string, string> settings, params string[] arguments)
    {
        // Built beside these tests, in the same configuration.
        var build = Path.GetRelativePath(Path.Combine(Checkout.Root, "tests", "Platform.Web.Tests", "bin"), AppContext.BaseDirectory);
        var info = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.Combine(Checkout.Root, "src", "Platform.Web") };
        info.ArgumentList.Add(Path.Combine(Checkout.Root, "src", "Platform.Web", "bin", build, "Platform.Web.dll"));
        foreach (var argument in arguments)
        {
            info.ArgumentList.Add(argument);
        }

        foreach (var (key, value) in settings)
        {
            info.Environment[key] = value;
        }

        var launched = new Launched(new Process { StartInfo = info });
        launched.process.OutputDataReceived += (_, line) => launched.Hear(line.Data);
        launched.process.ErrorDataReceived += (_, line) => launched.Hear(line.Data);
        launched.process.Start();
        launched.process.BeginOutputReadLine();
        launched.process.BeginErrorReadLine();
        return launched;
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Waits until an address answers as wanted; fails when the process ends before.</summary>
    public Task<bool> WaitForAsync(HttpClient http, Uri address) => Until.SeenAsync(
        async () =>
        {
            try
            {
                using var response = await http.GetAsync(address);
                return response.IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                Assert.False(process.HasExited, $"{address} did not answer: {Said}");
                return false;
            }
        },
        answers => answers,
        $"{address} answers",
        _ => Said);

    /// <summary>Asks it to stop as a supervisor does.</summary>
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        return await EndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    private async Task<int> EndAsync()
    {
        using var patience = new CancellationTokenSource(Until.Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"It did not end within {Until.Patience.TotalSeconds:0} seconds: {Said}");
        }

        return process.ExitCode;
    }

    private void Hear(string? line)
    {
        lock (said)
        {
            said.AppendLine(line);
        }
    }
}
