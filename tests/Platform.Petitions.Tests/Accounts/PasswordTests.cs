using System.Net;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.Accounts;

public sealed class PasswordTests(TestHost host) : IClassFixture<TestHost>
{
    private const string Fresh = "another sentence to keep";

    [Fact]
    public async Task A_reset_link_works_once_and_ends_every_session()
    {
        var user = await host.UserAsync();
        var before = await host.SignedInAsync(user);
        var link = await ResetLinkAsync(user.Email!);
        var visitor = host.Visitor();
        var form = await visitor.GetAsync(link);

        var done = await visitor.SubmitAsync(form, "#reset", ("Password", Fresh));
        var again = await visitor.SubmitAsync(form, "#reset", ("Password", "a third sentence to keep"));

        Assert.Contains("Your new password counts", done.Text);
        Assert.Equal(HttpStatusCode.Gone, again.Status);
        Assert.Equal("/account/sign-in", (await before.GetAsync("/account")).Address.AbsolutePath);
        Assert.NotEqual("/account/sign-in", (await RegistrationTests.SignInAsync(visitor, user.Email!, Fresh)).Address.AbsolutePath);
    }

    [Fact]
    public async Task Asking_for_a_reset_does_not_tell_whether_the_address_is_known()
    {
        var (user, visitor) = (await host.UserAsync(), host.Visitor());
        var form = await visitor.GetAsync("/account/forgot");

        var known = await visitor.SubmitAsync(form, "#forgot", ("Email", user.Email));
        var unknown = await visitor.SubmitAsync(form, "#forgot", ("Email", "unknown@example.org"));

        Assert.Equal(known.Status, unknown.Status);
        Assert.Equal(known.Text.Replace(user.Email!, "x"), unknown.Text.Replace("unknown@example.org", "x"));
    }

    [Fact]
    public async Task A_token_for_one_thing_does_no_other()
    {
        var (user, visitor) = (await host.UserAsync(), host.Visitor());
        var token = (await ResetLinkAsync(user.Email!)).Split('/')[^1];

        var confirm = await visitor.SubmitAsync(await visitor.GetAsync($"/account/confirm/{user.Id}/{token}"), "#confirm");
        var address = await visitor.SubmitAsync(await visitor.GetAsync($"/account/address/{user.Id}/{token}"), "#confirm");

        Assert.Equal(HttpStatusCode.Gone, confirm.Status);
        Assert.Equal(HttpStatusCode.Gone, address.Status);
    }

    [Fact]
    public async Task Changing_the_password_ends_all_other_sessions_and_keeps_this_one()
    {
        var user = await host.UserAsync();
        var (here, elsewhere) = (await host.SignedInAsync(user), await host.SignedInAsync(user));

        var done = await here.SubmitAsync(await here.GetAsync("/account/password"), "#password", ("Current", People.Password), ("Password", Fresh));

        Assert.Contains("Your password is changed", done.Text);
        Assert.Equal("/account", (await here.GetAsync("/account")).Address.AbsolutePath);
        Assert.Equal("/account/sign-in", (await elsewhere.GetAsync("/account")).Address.AbsolutePath);
    }

    [Fact]
    public async Task The_password_is_not_changed_without_the_one_of_now()
    {
        var visitor = await host.SignedInAsync(await host.UserAsync());

        var page = await visitor.SubmitAsync(await visitor.GetAsync("/account/password"), "#password", ("Current", "a wrong guess"), ("Password", Fresh));

        Assert.Contains("This is not your password", page.Text);
    }

    private async Task<string> ResetLinkAsync(string email)
    {
        var visitor = host.Visitor();
        await visitor.SubmitAsync(await visitor.GetAsync("/account/forgot"), "#forgot", ("Email", email));
        return (await host.Mail.WaitAsync(email, "Set a new password")).LinkWith("/account/reset/");
    }
}
