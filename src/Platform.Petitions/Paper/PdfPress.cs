using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.Logging;

namespace Platform.Petitions.Paper;

/// <summary>
/// Makes a PDF of a finished page by a browser without a window, which shapes every script as the page does. One at a time, with a bounded
/// wait for it and for the browser: whoever is refused has the page to print.
/// </summary>
public sealed class PdfPress(PaperOptions options, ILogger<PdfPress> log) : IDisposable
{
    private static readonly string[] Arguments =
    [
        "--headless=new", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-extensions", "--disable-crash-reporter", "--disable-dev-shm-usage",
        "--no-first-run", "--no-default-browser-check", "--hide-scrollbars", "--no-pdf-header-footer",

        // What it needs is in the file, whose own policy lets nothing run or load; nor is there anybody to ask.
        "--host-resolver-rules=MAP * ~NOTFOUND",
    ];

    private readonly string? browser = options.Find();
    private readonly SemaphoreSlim turn = new(1);
    private int here;

    public bool IsThere => browser is not null;

    /// <param name="html">Complete in itself: styles, letters and pictures included.</param>
    /// <returns>Null when there is no browser, too many wait already, or it did not succeed in time.</returns>
    public async Task<byte[]?> PrintAsync(string html, CancellationToken ct)
    {
        if (browser is null)
        {
            return null;
        }

        try
        {
            return Interlocked.Increment(ref here) <= options.MostWaiting + 1 && await turn.WaitAsync(options.Patience, ct) ? await InTurnAsync(browser, html, ct) : null;
        }
        finally
        {
            Interlocked.Decrement(ref here);
        }
    }

    public void Dispose() => turn.Dispose();

    private async Task<byte[]?> InTurnAsync(string program, string html, CancellationToken ct)
    {
        try
        {
            return await RunAsync(program, html, ct);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<byte[]?> RunAsync(string program, string html, CancellationToken ct)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("undersigned-paper-").FullName;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(options.Patience);
        try
        {
            var (page, pdf) = (Path.Combine(folder, "page.html"), Path.Combine(folder, "page.pdf"));
            await File.WriteAllTextAsync(page, html, Encoding.UTF8, limit.Token);
            await PrintAsync(program, folder, page, pdf, limit.Token);
            return File.Exists(pdf) ? await File.ReadAllBytesAsync(pdf, limit.Token) : null;
        }
        catch (Exception problem) when (problem is Win32Exception or IOException || (problem is OperationCanceledException && !ct.IsCancellationRequested))
        {
            log.LogWarning("No PDF was made: {Problem}", problem.Message);
            return null;
        }
        finally
        {
            Remove(folder);
        }
    }

    private async Task PrintAsync(string program, string folder, string page, string pdf, CancellationToken ct)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = folder };
        foreach (var argument in Arguments.Concat(options.Sandbox ? [] : ["--no-sandbox"]).Append($"--user-data-dir={Path.Combine(folder, "profile")}").Append($"--print-to-pdf={pdf}").Append(new Uri(page).AbsoluteUri))
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["HOME"] = folder;
        using var process = Process.Start(start)!;
        try
        {
            // Read to the end, or a talkative browser waits for a reader.
            var said = Task.WhenAll(process.StandardError.ReadToEndAsync(ct), process.StandardOutput.ReadToEndAsync(ct));
            await process.WaitForExitAsync(ct);
            var words = (await said)[0];
            if (!File.Exists(pdf))
            {
                log.LogWarning("The browser ended with {Code} and made no PDF: {Words}", process.ExitCode, words.Length > 500 ? words[..500] : words);
            }
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(CancellationToken.None);
            }
        }
    }

    /// <summary>A part of the browser may write for a moment after its end; what stays then is the system's to clear away.</summary>
    private void Remove(string folder)
    {
        try
        {
            System.IO.Directory.Delete(folder, recursive: true);
        }
        catch (IOException problem)
        {
            log.LogDebug("A folder of the press stays: {Problem}", problem.Message);
        }
    }
}
