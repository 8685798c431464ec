using System.Net;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Web.Tests.Headers;

/// <summary>Whom the platform answers to, and whom it believes.</summary>
public sealed class HostTests(SecureHost host) : IClassFixture<SecureHost>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/search")]
    [InlineData("/account/sign-in")]
    [InlineData("/account")]
    [InlineData("/admin")]
    [InlineData("/friends/let-him-stay")]
    [InlineData("/about/privacy")]
    public async Task A_host_that_is_nobody_s_gets_nothing(string address)
    {
        foreach (var name in (string[])["evil.example", "undersigned.example.evil.example", "friends.elsewhere.example"])
        {
            using var response = await host.Over("https", name).RawAsync(address);

            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
            Assert.Null(response.Headers.Location);
        }
    }

    [Fact]
    public async Task Links_in_a_mail_come_from_the_settings()
    {
        var stage = await Platform.Testing.Data.Stage.SetAsync(host);
        var own = host.Over("https", $"{stage.Organisation.Slug}.petitions.example");
        await own.SubmitAsync(await own.GetAsync($"/{stage.Campaign.Slug}/sign"), "#sign", ("Name", "Maxine Kowalski"), ("Email", "links@mail.example"));

        var mail = await host.Mail.WaitAsync("links@mail.example");

        Assert.NotEmpty(mail.Links);
        Assert.All(mail.Links, link => Assert.Equal(SecureHost.Name, link.Host));
    }
}
