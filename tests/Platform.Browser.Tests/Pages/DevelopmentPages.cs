using Xunit;

namespace Platform.Browser.Tests.Pages;

/// <summary>What only a development machine shows.</summary>
public sealed class DevelopmentPages(SignerWalk walk) : IClassFixture<SignerWalk>
{
    [Theory]
    [InlineData("/style")]
    [InlineData("/style?dir=rtl")]
    [InlineData("/style/campaign")]
    [InlineData("/style/desk")]
    [InlineData("/style/queue")]
    [InlineData("/style/form")]
    [InlineData("/style/more")]
    [InlineData("/style/paper")]
    [InlineData("/style/brand")]
    [InlineData("/style/brand?accent=ffffff")]
    [InlineData("/style/brand?accent=000080")]
    [InlineData("/demo")]
    [InlineData("/mailbox")]
    public Task Every_page_of_a_development_machine_is_sound(string address) => walk.VisitAsync(address);
}
