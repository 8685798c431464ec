namespace Platform.Petitions.Paper;

/// <summary>Section <c>Paper</c>: the browser that makes PDFs. Without one there are the pages to print.</summary>
public sealed record PaperOptions
{
    /// <summary>Path of a Chromium; <c>none</c> for none; not set, one is looked for where systems keep it.</summary>
    public string? Browser { get; init; }

    /// <summary>The browser's own sandbox. It cannot start under root, nor where a unit or a container already takes namespaces away: say false there.</summary>
    public bool Sandbox { get; init; } = !Environment.IsPrivilegedProcess;

    /// <summary>How long one document may take.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Who may wait for their turn; the next one is asked to come back.</summary>
    public int MostWaiting { get; init; } = 5;

    private static readonly string[] Names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "chromium.exe", "chrome.exe"];

    /// <returns>Null when there is none.</returns>
    public string? Find() => Browser switch
    {
        "none" => null,
        { Length: > 0 } path => File.Exists(path) ? path : null,
        _ => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists),
    };
}
