using System.Net;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Web.Tests.Errors;

public sealed class ErrorsControllerTests(TestHost host) : IClassFixture<TestHost>
{
    [Theory]
    [InlineData("en", "There is no page at this address")]
    [InlineData("fr", "Il n’y a pas de page à cette adresse")]
    [InlineData("fa", "در این نشانی صفحه‌ای نیست")]
    public async Task An_unknown_address_is_explained_in_the_readers_language(string language, string words)
    {
        var page = await host.Visitor().GetAsync("/nobody/nothing?lang=" + language);

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Equal(words, page.One("h1"));
        Assert.Equal("noindex", page.Html.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.NotNull(page.Html.QuerySelector("form[role=search]"));
    }

    [Theory]
    [InlineData(400, "We could not read that request")]
    [InlineData(410, "This petition has been removed")]
    [InlineData(429, "That was too many requests at once")]
    [InlineData(500, "Something broke on our side")]
    [InlineData(503, "We cannot answer just now")]
    public async Task Each_failure_has_its_own_plain_words_and_keeps_its_status(int status, string words)
    {
        var page = await host.Visitor().GetAsync($"/error/{status}?lang=en");

        Assert.Equal(status, (int)page.Status);
        Assert.Equal(words, page.One("h1"));
    }
}
