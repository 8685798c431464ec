using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.Accounts;

public sealed class RegistrationTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task Somebody_registers_confirms_signs_in_and_founds_an_organisation()
    {
        var visitor = host.Visitor();
        var sent = await RegisterAsync(visitor, "ada@example.org");
        Assert.Contains("Check your inbox", sent.Text);

        var link = (await host.Mail.WaitAsync("ada@example.org", "Confirm")).LinkWith("/account/confirm/");
        var early = await SignInAsync(visitor, "ada@example.org", People.Password);
        Assert.Contains("Confirm your address first", early.Text);

        var confirmed = await visitor.SubmitAsync(await visitor.GetAsync(link), "#confirm");
        Assert.Contains("Your address is confirmed", confirmed.Text);
        var found = await SignInAsync(visitor, "ada@example.org", People.Password);
        Assert.Contains("You have no organisation yet", found.Text);

        var desk = await visitor.SubmitAsync(await visitor.GetAsync("/desk/new"), "#found", ("Name", "Friends of Ada"));
        Assert.Equal("/friends-of-ada/desk", desk.Address.AbsolutePath);
        Assert.Equal("/friends-of-ada/desk", (await visitor.RawAsync("/desk")).Headers.Location?.ToString());
    }

    [Fact]
    public async Task An_address_that_is_known_gets_the_same_page_and_its_owner_a_mail()
    {
        var user = await host.UserAsync();

        var known = await RegisterAsync(host.Visitor(), user.Email!);
        var unknown = await RegisterAsync(host.Visitor(), "new@example.org");

        Assert.Equal(known.Status, unknown.Status);
        Assert.Equal(unknown.Text.Replace("new@example.org", "x"), known.Text.Replace(user.Email!, "x"));
        await host.Mail.WaitAsync(user.Email!, "You already have an account");
    }

    [Fact]
    public async Task Looking_at_the_link_confirms_nothing()
    {
        var visitor = host.Visitor();
        await RegisterAsync(visitor, "scanned@example.org");
        await visitor.GetAsync((await host.Mail.WaitAsync("scanned@example.org", "Confirm")).LinkWith("/account/confirm/"));

        Assert.False(await host.InDbAsync(null, db => db.Users.Where(u => u.Email == "scanned@example.org").Select(u => u.EmailConfirmed).SingleAsync()));
    }

    [Fact]
    public async Task Whoever_registers_a_foreign_address_first_cannot_leave_their_password_in_it()
    {
        await RegisterAsync(host.Visitor(), "victim@example.org", "the intruder's password");
        await host.Mail.WaitAsync("victim@example.org", "Confirm");
        var owner = host.Visitor();
        await RegisterAsync(owner, "victim@example.org", "the owner's own password");

        var link = (await host.Mail.WaitAsync("victim@example.org", "Choose a password")).LinkWith("/account/reset/");
        await owner.SubmitAsync(await owner.GetAsync(link), "#reset", ("Password", "the owner's own password"));

        Assert.Contains("do not belong together", (await SignInAsync(host.Visitor(), "victim@example.org", "the intruder's password")).Text);
        Assert.Contains("no organisation yet", (await SignInAsync(owner, "victim@example.org", "the owner's own password")).Text);
    }

    [Theory]
    [InlineData("password123")]
    [InlineData("12345678")]
    [InlineData("Qwertyuiop1")]
    [InlineData("aaaaaaaaaa")]
    public async Task A_password_that_everybody_tries_first_is_refused(string password)
    {
        var page = await RegisterAsync(host.Visitor(), "common@example.org", password);

        Assert.Contains("tried first", page.Text);
    }

    [Fact]
    public async Task A_broken_link_says_so()
    {
        var (user, visitor) = (await host.UserAsync(), host.Visitor());

        var page = await visitor.SubmitAsync(await visitor.GetAsync($"/account/confirm/{user.Id}/nonsense"), "#confirm");

        Assert.Equal(HttpStatusCode.Gone, page.Status);
        Assert.Contains("no longer works", page.Text);
    }

    internal static async Task<Page> RegisterAsync(Visitor visitor, string email, string password = People.Password) =>
        await visitor.SubmitAsync(await visitor.GetAsync("/account/register"), "#register", ("Name", "Ada Maker"), ("Email", email), ("Password", password));

    internal static async Task<Page> SignInAsync(Visitor visitor, string email, string password) =>
        await visitor.SubmitAsync(await visitor.GetAsync("/account/sign-in"), "#sign-in", ("Email", email), ("Password", password));
}
