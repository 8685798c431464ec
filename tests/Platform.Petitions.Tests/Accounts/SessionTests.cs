using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Petitions.Accounts;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.Accounts;

public sealed class SessionTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task A_copied_cookie_is_dead_after_signing_out()
    {
        var (visitor, cookie) = await SignInAsync(await host.UserAsync());
        Assert.Equal(HttpStatusCode.OK, await WithCopyAsync(cookie));

        await visitor.SubmitAsync(await visitor.GetAsync("/account"), "form[action$='/account/sign-out']");

        Assert.Equal(HttpStatusCode.Redirect, await WithCopyAsync(cookie));
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_every_session()
    {
        var user = await host.UserAsync();
        var (here, elsewhere) = (await host.SignedInAsync(user), await host.SignedInAsync(user));

        await here.SubmitAsync(await here.GetAsync("/account"), "#sign-out-everywhere");

        Assert.Equal("/account/sign-in", (await here.GetAsync("/account")).Address.AbsolutePath);
        Assert.Equal("/account/sign-in", (await elsewhere.GetAsync("/account")).Address.AbsolutePath);
    }

    [Fact]
    public async Task A_suspended_person_is_out_at_once()
    {
        var user = await host.UserAsync();
        var visitor = await host.SignedInAsync(user);

        await host.InDbAsync(null, db => db.Users.Where(u => u.Id == user.Id).ExecuteUpdateAsync(set => set.SetProperty(u => u.SuspendedAt, DateTimeOffset.UnixEpoch)));

        Assert.Equal("/account/sign-in", (await visitor.GetAsync("/account")).Address.AbsolutePath);
        Assert.Contains("do not belong together", (await RegistrationTests.SignInAsync(host.Visitor(), user.Email!, People.Password)).Text);
    }

    [Fact]
    public async Task Staff_are_out_after_half_an_hour_without_a_request()
    {
        var (staff, organiser) = (await host.UserAsync(role: PlatformRole.Moderator), await host.UserAsync());
        var (moderator, maker) = (await host.SignedInAsync(staff), await host.SignedInAsync(organiser));
        var earlier = TimeProvider.System.GetUtcNow().AddMinutes(-31);

        await host.InDbAsync(null, db => db.Sessions.ExecuteUpdateAsync(set => set.SetProperty(s => s.LastSeenAt, earlier)));

        Assert.Equal("/account/sign-in", (await moderator.GetAsync("/account")).Address.AbsolutePath);
        Assert.Equal("/account", (await maker.GetAsync("/account")).Address.AbsolutePath);
    }

    private async Task<HttpStatusCode> WithCopyAsync(string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/account");
        request.Headers.Add("Cookie", cookie);
        using var answer = await host.Visitor().Http.SendAsync(request);
        return answer.StatusCode;
    }

    private async Task<(Visitor Visitor, string Cookie)> SignInAsync(User user)
    {
        var visitor = host.Visitor();
        var page = await visitor.GetAsync("/account/sign-in");
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["Email"] = user.Email!,
            ["Password"] = People.Password,
            ["__RequestVerificationToken"] = page.Html.QuerySelector("#sign-in [name=__RequestVerificationToken]")!.GetAttribute("value")!,
        });
        using var answer = await visitor.Http.PostAsync(new Uri("/account/sign-in", UriKind.Relative), form);
        var cookie = answer.Headers.GetValues("Set-Cookie").Last(c => c.StartsWith("session=", StringComparison.Ordinal) || c.StartsWith("__Host-session=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires", cookie, StringComparison.OrdinalIgnoreCase);
        return (visitor, cookie.Split(';')[0]);
    }
}
