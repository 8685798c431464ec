using System.Net;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.Accounts;

public sealed class AddressTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task An_address_changes_through_the_new_one_and_the_old_one_is_told()
    {
        var user = await host.UserAsync();
        var visitor = await host.SignedInAsync(user);
        var asked = await AskAsync(visitor, "moved@example.org");
        Assert.Contains("Waiting for", asked.Text);
        var link = (await host.Mail.WaitAsync("moved@example.org", "Confirm your new address")).LinkWith("/account/address/");
        var form = await host.Visitor().GetAsync(link);
        Assert.Equal(HttpStatusCode.OK, form.Status);

        var changed = await visitor.SubmitAsync(await visitor.GetAsync(link), "#confirm");

        Assert.Contains("Your new address counts", changed.Text);
        await host.Mail.WaitAsync(user.Email!, "Your address was changed");
        Assert.Contains("do not belong together", (await RegistrationTests.SignInAsync(visitor, user.Email!, People.Password)).Text);
        Assert.DoesNotContain("do not belong together", (await RegistrationTests.SignInAsync(visitor, "moved@example.org", People.Password)).Text);
        var again = host.Visitor();
        Assert.Equal(HttpStatusCode.Gone, (await again.SubmitAsync(await again.GetAsync(link), "#confirm")).Status);
    }

    [Fact]
    public async Task Asking_for_somebody_elses_address_looks_the_same_and_tells_them()
    {
        var (user, other) = (await host.UserAsync(), await host.UserAsync());
        var visitor = await host.SignedInAsync(user);

        var taken = await AskAsync(visitor, other.Email!);
        await host.Mail.WaitAsync(other.Email!, "You already have an account");
        var free = await AskAsync(visitor, "free@example.org");

        Assert.Equal(free.Text.Replace("free@example.org", "x"), taken.Text.Replace(other.Email!, "x"));
    }

    private static async Task<Page> AskAsync(Visitor visitor, string address) =>
        await visitor.SubmitAsync(await visitor.GetAsync("/account/address"), "#address", ("Email", address), ("Password", People.Password));
}
