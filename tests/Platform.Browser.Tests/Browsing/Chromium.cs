using Microsoft.Playwright;
using Platform.Testing.Time;

namespace Platform.Browser.Tests.Browsing;

/// <summary>The one browser of a run: the machine's own Chromium, found by UNDERSIGNED_CHROMIUM or on PATH. Nothing is ever downloaded.</summary>
public sealed class Chromium : IAsyncDisposable
{
    // The first draws no window around each page, which takes less than half the time.
    private static readonly string[] Names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"];

    // Containers run as root without user namespaces; the rest keeps the browser from calling home.
    private static readonly string[] Flags =
        ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage", "--force-color-profile=srgb"];

    private readonly IPlaywright playwright;
    private readonly IBrowser browser;

    private Chromium(IPlaywright playwright, IBrowser browser) => (this.playwright, this.browser) = (playwright, browser);

    public static async Task<Chromium> StartAsync()
    {
        // Otherwise five seconds, in which a busy machine loads no page.
        Assertions.SetDefaultExpectTimeout((float)Until.Patience.TotalMilliseconds);
        var playwright = await Playwright.CreateAsync();
        return new(playwright, await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Find(), Args = Flags, Headless = true }));
    }

    public Task<IBrowserContext> NewContextAsync(BrowserNewContextOptions options) => browser.NewContextAsync(options);

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }

    private static string Find() => Environment.GetEnvironmentVariable("UNDERSIGNED_CHROMIUM") is { Length: > 0 } named
        ? named
        : Names.SelectMany(name => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException("The browser tests need Chromium. Install it, or name one with UNDERSIGNED_CHROMIUM.");
}
