using System.Collections.Concurrent;
using Microsoft.Playwright;
using Platform.Core.Mail;
using Platform.Petitions.Accounts;
using Platform.Testing.Data;
using Platform.Testing.Time;
using Xunit;

namespace Platform.Browser.Tests.Browsing;

/// <summary>Somebody's browser: a window of a size, a language, scripts on or off. Notes whatever the browser complains about.</summary>
public sealed class Tab : IAsyncDisposable
{
    /// <summary>The width of a common phone.</summary>
    public const int Phone = 390;

    private readonly Site site;
    private readonly bool scripts;
    private readonly ConcurrentQueue<string> faults = new();

    private Tab(Site site, IBrowserContext context, IPage page, bool scripts) => (this.site, Context, Page, this.scripts) = (site, context, page, scripts);

    public IBrowserContext Context { get; }

    public IPage Page { get; }

    public static async Task<Tab> OpenAsync(Site site, int width = 1280, string language = "en", bool scripts = true, User? user = null)
    {
        var context = await site.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = site.Address.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = width < 600 ? 844 : 900 },
            HasTouch = width < 600,
            Locale = language,
            JavaScriptEnabled = scripts,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout((float)Until.Patience.TotalMilliseconds);
        if (user is not null)
        {
            var (name, value) = await site.SessionCookieAsync(user);
            await context.AddCookiesAsync([new Cookie { Name = name, Value = value, Url = site.Address.ToString() }]);
        }

        var tab = new Tab(site, context, await context.NewPageAsync(), scripts);
        tab.Watch();
        return tab;
    }

    /// <summary>What the server last answered with a page.</summary>
    public IResponse Answer { get; private set; } = null!;

    public ILocator this[string selector] => Page.Locator(selector);

    public string Path => new Uri(Page.Url).AbsolutePath;

    public async Task<IResponse> GoAsync(string address)
    {
        var answer = await Page.GotoAsync(address, new PageGotoOptions { WaitUntil = WaitUntilState.Load });
        await ReadyAsync();
        return answer!;
    }

    /// <summary>Opens the first link of a mail that holds a word.</summary>
    public Task<IResponse> FollowAsync(MailboxMail mail, string word) =>
        GoAsync(mail.Links.First(link => link.AbsolutePath.Contains(word, StringComparison.Ordinal)).ToString());

    /// <summary>Presses what sends a form or leads on, and waits for the page that answers.</summary>
    public Task PressAsync(string selector) => ArriveAsync(() => this[selector].First.ClickAsync());

    public async Task ArriveAsync(Func<Task> act)
    {
        var loaded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Note(object? sender, IPage page) => loaded.TrySetResult();
        Page.Load += Note;
        try
        {
            await act();
            await loaded.Task.WaitAsync(Until.Patience);
        }
        finally
        {
            Page.Load -= Note;
        }

        await ReadyAsync();
    }

    /// <summary>Fails when a script broke, a policy was violated, something was missing or another host was asked; then forgets it.</summary>
    public void WasQuiet()
    {
        string[] noticed = [.. faults];
        faults.Clear();
        Assert.Empty(noticed);
    }

    public async ValueTask DisposeAsync() => await Context.DisposeAsync();

    /// <summary>A page's scripts come after the page; who presses keys in between presses them in vain.</summary>
    private Task ReadyAsync() => scripts ? this["html[data-ready]"].WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached }) : Task.CompletedTask;

    private void Watch()
    {
        // The page itself may answer 404 or 422; the browser's remark about that says nothing new.
        Page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource: the server responded with a status", StringComparison.Ordinal))
            {
                faults.Enqueue($"{Page.Url}: {message.Text}");
            }
        };
        Page.PageError += (_, problem) => faults.Enqueue($"{Page.Url}: {problem}");
        Page.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { Scheme: "http" or "https" } address && address.Authority != site.Address.Authority)
            {
                faults.Enqueue($"{Page.Url} asks {address}");
            }
        };
        Page.Response += (_, response) =>
        {
            if (response.Request.IsNavigationRequest && response.Frame == Page.MainFrame)
            {
                Answer = response;
            }
            else if (response.Status >= 400)
            {
                faults.Enqueue($"{Page.Url}: {response.Status} for {response.Url}");
            }
        };
    }
}
