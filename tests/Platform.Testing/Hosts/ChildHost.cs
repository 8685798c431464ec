using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Platform.Testing.Time;

namespace Platform.Testing.Hosts;

/// <summary>What a child process is given.</summary>
/// <param name="Connection">The database, with the role the platform runs as.</param>
/// <param name="Folder">Where it keeps files.</param>
/// <param name="Role"><c>web</c> or <c>worker</c>.</param>
public sealed record ChildHostOptions(string Connection, string Folder, string Role)
{
    /// <summary>Settings as environment variables, on top of the usual ones.</summary>
    public IReadOnlyList<(string Name, string Value)> Settings { get; init; } = [];

    /// <summary>Further arguments of <c>dotnet</c>, before the program.</summary>
    public IReadOnlyList<string> Runtime { get; init; } = [];

    /// <summary>Zero takes a free one.</summary>
    public int Port { get; init; }
}

/// <summary>The real host as a process of its own: to be killed, stopped and timed from outside.</summary>
public sealed class ChildHost : IAsyncDisposable
{
    /// <summary>Of every child, so that a test can make tokens and stamps itself.</summary>
    public const string Secret = "Y2hpbGQtY2hpbGQtY2hpbGQtY2hpbGQtY2hpbGQtMDE=";

    private readonly Process process;
    private readonly StringBuilder said;

    private ChildHost(Process process, StringBuilder said, int port) => (this.process, this.said, Port) = (process, said, port);

    public int Port { get; }

    public Uri Address => new(string.Create(CultureInfo.InvariantCulture, $"http://localhost:{Port}"));

    public static async Task<ChildHost> StartAsync(ChildHostOptions options)
    {
        var port = options.Port > 0 ? options.Port : FreePort();
        var start = new ProcessStartInfo("dotnet", [.. options.Runtime, Path.Combine(AppContext.BaseDirectory, "Platform.Web.dll"), "--role", options.Role, "--contentRoot", AppContext.BaseDirectory])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        foreach (var (name, value) in Usual(options, port).Concat(options.Settings))
        {
            start.Environment[name] = value;
        }

        var (process, said) = (Process.Start(start)!, new StringBuilder());
        process.OutputDataReceived += (_, line) => Keep(said, line.Data);
        process.ErrorDataReceived += (_, line) => Keep(said, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var host = new ChildHost(process, said, port);
        await host.WaitAsync();
        return host;
    }

    public static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    /// <summary>What it wrote to the console so far.</summary>
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

    /// <summary>Processor time so far.</summary>
    public TimeSpan Cpu() => Living().TotalProcessorTime;

    /// <summary>Bytes of memory it really uses.</summary>
    public long Memory() => Living().WorkingSet64;

    /// <summary>Open files, sockets and the like.</summary>
    public int Handles() => OperatingSystem.IsLinux() ? Directory.GetFileSystemEntries($"/proc/{process.Id}/fd").Length : process.HandleCount;

    /// <summary>As a crash or kill -9 ends it.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>As a deployment ends it.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> StopAsync()
    {
        using (var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync();
        }

        using var limit = new CancellationTokenSource(Until.Patience);
        await process.WaitForExitAsync(limit.Token);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await StopAsync();
        }

        process.Dispose();
    }

    private static IEnumerable<(string, string)> Usual(ChildHostOptions options, int port) =>
    [
        ("ASPNETCORE_ENVIRONMENT", "Child"), ("ASPNETCORE_URLS", string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")),
        ("ConnectionStrings__Platform", options.Connection), ("EmbeddedPostgres__DataFolder", options.Folder), ("Secrets__Key", Secret),
        ("Site__BaseUrl", "http://localhost"), ("Demo__Enabled", "false"), ("Logging__LogLevel__Default", "Warning"),

        // Whoever drives a child says where each request comes from.
        ("Site__Proxies__0", "127.0.0.1"),
    ];

    private Process Living()
    {
        process.Refresh();
        return process.HasExited ? throw new InvalidOperationException($"The host ended with {process.ExitCode}:\n{Said}") : process;
    }

    private static void Keep(StringBuilder said, string? line)
    {
        lock (said)
        {
            said.AppendLine(line);
        }
    }

    private async Task WaitAsync()
    {
        using var http = new HttpClient { BaseAddress = Address };
        await Until.SeenAsync(() => IsUpAsync(http), up => up, $"{Address} is up", _ => Said);
    }

    private async Task<bool> IsUpAsync(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("/health/live", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return process.HasExited ? throw new InvalidOperationException($"The host did not start:\n{Said}") : false;
        }
    }
}
