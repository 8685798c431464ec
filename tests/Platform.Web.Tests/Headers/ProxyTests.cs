using Platform.Web.Tests.Rules;
using Xunit;

namespace Platform.Web.Tests.Headers;

/// <summary>Who sits in front may say for whom it asks; anybody else may not.</summary>
public sealed class ProxyTests
{
    [Theory]
    [InlineData("", "http")]
    [InlineData("10.1.2.3", "http")]
    [InlineData("127.0.0.1", "https")]
    [InlineData("127.0.0.0/8", "https")]
    public async Task Only_a_configured_proxy_is_believed(string proxies, string scheme)
    {
        await using var host = new PortHost { More = proxies.Length == 0 ? [] : new() { ["Site:Proxies:0"] = proxies } };
        await host.InitializeAsync();

        var (status, location) = await host.SendAsync("GET", "/account", "", headers: "X-Forwarded-Proto: https\r\nX-Forwarded-For: 203.0.113.9\r\n");

        Assert.Equal(302, status);
        Assert.StartsWith($"{scheme}://localhost:{host.Port}/account/sign-in", location, StringComparison.Ordinal);
    }
}
