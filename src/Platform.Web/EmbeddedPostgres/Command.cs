using System.ComponentModel;
using System.Diagnostics;

namespace Platform.Web.EmbeddedPostgres;

internal sealed record CommandResult(int ExitCode, string Output)
{
    public void ThrowUnlessDone(string failure)
    {
        if (ExitCode != 0)
        {
            throw new EmbeddedPostgresException($"{failure}: {Output}");
        }
    }
}

/// <summary>Runs a program to its end within a time limit, as another user where asked.</summary>
internal static class Command
{
    private const int CouldNotRun = 127;

    public static Task<CommandResult> RunAsync(string program, IReadOnlyList<string> arguments, CancellationToken ct) =>
        RunAsync(Describe(program, arguments), TimeSpan.FromMinutes(5), ct);

    /// <summary>Runs one of PostgreSQL's programs, in a folder its user may enter.</summary>
    public static async Task<CommandResult> RunPostgresAsync(
        string program, IReadOnlyList<string> arguments, RunUser user, string folder, CancellationToken ct)
    {
        var start = Describe(program, arguments);
        start.WorkingDirectory = folder;
        foreach (var name in start.Environment.Keys.Where(IsPostgresSetting).ToList())
        {
            start.Environment.Remove(name);
        }

        // Its messages are read by us; and the postmaster on macOS turns multithreaded without it.
        start.Environment["LC_ALL"] = "C";
        if (user.IsAnother)
        {
            start.UserName = user.Name;
            start.Environment["HOME"] = folder;
        }

        return await RunAsync(start, TimeSpan.FromMinutes(2), ct);
    }

    private static bool IsPostgresSetting(string variable) => variable.StartsWith("PG", StringComparison.OrdinalIgnoreCase);

    private static ProcessStartInfo Describe(string program, IReadOnlyList<string> arguments) => new(program, arguments)
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    };

    private static async Task<CommandResult> RunAsync(ProcessStartInfo start, TimeSpan limit, CancellationToken ct)
    {
        using var process = new Process { StartInfo = start };
        try
        {
            process.Start();
        }
        catch (Win32Exception e)
        {
            return new CommandResult(CouldNotRun, e.Message);
        }

        process.StandardInput.Close();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(limit);
        try
        {
            var said = process.StandardOutput.ReadToEndAsync(patience.Token);
            var complained = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return new CommandResult(process.ExitCode, $"{await said}{await complained}".Trim());
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            process.Kill(entireProcessTree: true);
            return new CommandResult(CouldNotRun, $"{start.FileName} did not end within {limit.TotalMinutes:0} minutes");
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
