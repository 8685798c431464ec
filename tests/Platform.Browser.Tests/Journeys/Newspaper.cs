using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Platform.Browser.Tests.Journeys;

/// <summary>Another site, with an address of its own on this machine: browsers let no page from elsewhere show a local one in a frame.</summary>
internal sealed class Newspaper : IAsyncDisposable
{
    private readonly WebApplication press;

    private Newspaper(WebApplication press) => this.press = press;

    public Uri Address => new(press.Urls.Single());

    /// <param name="article">HTML in the middle of its only page.</param>
    public static async Task<Newspaper> PrintAsync(string article)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var press = builder.Build();
        press.Urls.Add("http://127.0.0.1:0");
        press.MapGet("/", () => Results.Content($"<!doctype html><title>News</title><body style=\"margin:0\">{article}", "text/html; charset=utf-8"));
        await press.StartAsync();
        return new Newspaper(press);
    }

    public ValueTask DisposeAsync() => press.DisposeAsync();
}
