using System.Net;
using Platform.Core.Access;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.Accounts;

public sealed class SignInTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_get_the_same_page()
    {
        var user = await host.UserAsync();
        var visitor = host.Visitor();
        var form = await visitor.GetAsync("/account/sign-in");

        var wrong = await visitor.SubmitAsync(form, "#sign-in", ("Email", user.Email), ("Password", "not this one"));
        var unknown = await visitor.SubmitAsync(form, "#sign-in", ("Email", "nobody@example.org"), ("Password", "not this one"));

        Assert.Equal(HttpStatusCode.OK, wrong.Status);
        Assert.Equal(wrong.Status, unknown.Status);
        Assert.Contains("do not belong together", wrong.Text);
        Assert.Equal(wrong.Text, unknown.Text);
    }

    [Fact]
    public async Task Staff_sign_in_with_a_second_factor()
    {
        var visitor = await host.SignedInAsync(await host.UserAsync(role: PlatformRole.Admin));

        var again = await visitor.RawAsync("/account/sign-in?returnUrl=/about");

        Assert.Equal("/about", again.Headers.Location?.ToString());
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    [InlineData("javascript:alert(1)")]
    public async Task Signing_in_never_leads_to_another_site(string returnUrl)
    {
        var visitor = await host.SignedInAsync(await host.UserAsync());

        var answer = await visitor.RawAsync("/account/sign-in?returnUrl=" + Uri.EscapeDataString(returnUrl));

        Assert.Equal("/desk", answer.Headers.Location?.ToString());
    }
}
