using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.Accounts;

public sealed class SecondFactorTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task An_authenticator_is_set_up_asked_for_and_removed()
    {
        var user = await host.UserAsync();
        var visitor = await host.SignedInAsync(user);
        var page = await visitor.GetAsync("/account/second-factor");
        Assert.NotNull(page.Html.QuerySelector("svg.qr path"));

        var wrong = await visitor.SubmitAsync(page, "#second-factor", ("Code", "000000"));
        Assert.Contains("not right", wrong.Text);
        var on = await visitor.SubmitAsync(page, "#second-factor", ("Code", Totp.Code(page.One("#key")!)));
        var codes = on.Html.QuerySelectorAll("#recovery-codes code").Select(c => c.TextContent).ToList();
        Assert.Equal(10, codes.Count);

        var byRecovery = host.Visitor();
        var step = await RegistrationTests.SignInAsync(byRecovery, user.Email!, People.Password);
        Assert.Equal("/account/sign-in/code", step.Address.AbsolutePath);
        Assert.Equal("/desk", (await byRecovery.SubmitAsync(step, "#code-step", ("Code", codes[0].ToLowerInvariant()))).Address.AbsolutePath);

        var twice = host.Visitor();
        step = await RegistrationTests.SignInAsync(twice, user.Email!, People.Password);
        Assert.Contains("not right", (await twice.SubmitAsync(step, "#code-step", ("Code", codes[0]))).Text);
        Assert.Equal("/account/sign-in", (await twice.GetAsync("/account")).Address.AbsolutePath);
    }

    [Fact]
    public async Task Staff_without_a_second_factor_are_sent_to_set_one_up()
    {
        var user = await host.UserAsync();
        await host.InDbAsync(null, db => db.Users.Where(u => u.Id == user.Id).ExecuteUpdateAsync(set => set.SetProperty(u => u.PlatformRole, PlatformRole.Admin)));
        var visitor = await host.SignedInAsync(user);

        var page = await visitor.GetAsync("/admin/queue");

        Assert.Equal("/account/second-factor", page.Address.AbsolutePath);
        var on = await visitor.SubmitAsync(page, "#second-factor", ("Code", Totp.Code(page.One("#key")!)));
        Assert.Equal(HttpStatusCode.OK, on.Status);
        Assert.NotEqual("/account/second-factor", (await visitor.GetAsync("/admin/queue")).Address.AbsolutePath);
    }

    [Fact]
    public async Task For_an_organiser_there_is_no_moderation()
    {
        var visitor = await host.SignedInAsync(await host.UserAsync());

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/admin/queue")).Status);
    }
}
