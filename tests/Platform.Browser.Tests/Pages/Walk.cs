using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Platform.Browser.Tests.Browsing;
using Platform.Petitions.Accounts;
using Xunit;

namespace Platform.Browser.Tests.Pages;

/// <summary>One window on a phone that goes from page to page, for all tests of a class.</summary>
public abstract partial class Walk(Site site) : IAsyncLifetime
{
    private readonly ConcurrentDictionary<string, string> titles = new();

    public Site Site => site;

    public Tab Tab { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync() => Tab = await Soundness.OpenAsync(site, await WhoAsync());

    public async ValueTask DisposeAsync()
    {
        await Tab.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Goes to an address and finds a sound page with a title that no other address of this walk has.</summary>
    public async Task VisitAsync(string address, string language = "en", int status = 200)
    {
        Assert.Equal(status, (await Tab.GoAsync(address)).Status);
        var title = $"{language}: {await Tab.Page.TitleAsync()}";
        var page = PageOf(address);
        Assert.Equal(page, titles.GetOrAdd(title, page));
        await Soundness.CheckAsync(Tab, language);
    }

    protected virtual Task<User?> WhoAsync() => Task.FromResult<User?>(null);

    /// <summary>The page whatever it is filtered by, whoever's desk and campaign it is about.</summary>
    private static string PageOf(string address) => Campaign().Replace(Desk().Replace(address.Split('?')[0], "/organisation/desk"), "campaign");

    [GeneratedRegex("^/[^/]+/desk")]
    private static partial Regex Desk();

    [GeneratedRegex("[0-9a-f-]{36}")]
    private static partial Regex Campaign();
}
