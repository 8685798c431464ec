using System.Net;
using Platform.Core.Access;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Web.Tests.Headers;

public sealed class CookieTests(SecureHost host) : IClassFixture<SecureHost>
{
    private readonly List<string> set = [];

    [Fact]
    public async Task Every_cookie_is_the_host_s_own_secure_and_out_of_reach_for_scripts()
    {
        await SignInWithCodeAsync();
        await SignPetitionAsync();
        await ReadAsync("/search?lang=fr");

        var names = set.Select(cookie => cookie.Split('=')[0]).Distinct().ToList();
        Assert.Contains(names, name => name.EndsWith("session", StringComparison.Ordinal));
        Assert.True(names.Count >= 6, $"Not every cookie was met: {string.Join(", ", names)}");
        Assert.All(set, cookie =>
        {
            Assert.StartsWith("__Host-", cookie, StringComparison.Ordinal);
            var flags = cookie.Split(';').Skip(1).Select(flag => flag.Trim().ToLowerInvariant()).ToList();
            Assert.Contains("secure", flags);
            Assert.Contains("httponly", flags);
            Assert.Contains("path=/", flags);
            Assert.True(flags.Contains("samesite=lax") || flags.Contains("samesite=strict"), cookie);
            Assert.DoesNotContain(flags, flag => flag.StartsWith("domain=", StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task Who_says_that_is_not_me_is_forgotten_over_https_too()
    {
        var stage = await Stage.SetAsync(host);
        var visitor = Watched();
        using var check = await PostAsync(visitor, await visitor.GetAsync(stage.Path + "/sign"), "#sign", ("Name", "Maxine Kowalski"), ("Email", "shared@mail.example"));

        using var forgotten = Seen(await PostAsync(visitor, await visitor.GetAsync(stage.Path + "/sign"), "#forget"));

        Assert.Null((await visitor.GetAsync(forgotten.Headers.Location!.OriginalString)).Html.QuerySelector("#forget"));
        Assert.Equal(["__Host-sent", "__Host-signed"], set.Select(cookie => cookie.Split('=')[0]).Order(StringComparer.Ordinal));
        Assert.All(set, cookie => Assert.Matches("^[^=]+=; path=/; secure; .*max-age=0$", cookie));
    }

    [Fact]
    public async Task The_session_ends_with_the_browser()
    {
        await SignInWithCodeAsync();

        Assert.All(set.Where(cookie => cookie.StartsWith("__Host-session=", StringComparison.Ordinal) && cookie.Split(';')[0].Length > 20), cookie =>
        {
            Assert.DoesNotContain("expires=", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("max-age=", cookie, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Fact]
    public async Task Over_https_browsers_are_told_to_stay_there_and_other_hosts_of_a_tenant_s_domain_are_left_alone()
    {
        var told = (await host.Over("https").GetAsync("/")).Response.Headers.GetValues("Strict-Transport-Security").Single();

        Assert.Contains("max-age=", told, StringComparison.Ordinal);
        Assert.DoesNotContain("includeSubDomains", told, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("preload", told, StringComparison.OrdinalIgnoreCase);
        Assert.False((await host.Over("http").GetAsync("/")).Response.Headers.Contains("Strict-Transport-Security"));
    }

    private async Task SignInWithCodeAsync()
    {
        var user = await host.UserAsync(role: PlatformRole.Moderator);
        var visitor = Watched();
        var page = Seen(await visitor.GetAsync("/account/sign-in?returnUrl=/about/privacy"));
        using var step = Seen(await PostAsync(visitor, page, "#sign-in", ("Email", user.Email!), ("Password", People.Password)));
        page = Seen(await visitor.GetAsync(step.Headers.Location!.OriginalString));
        using var done = Seen(await PostAsync(visitor, page, "#code-step", ("Code", await host.CodeAsync(user))));
        Assert.Equal(HttpStatusCode.Found, done.StatusCode);
    }

    private async Task SignPetitionAsync()
    {
        var stage = await Stage.SetAsync(host);
        var visitor = Watched();
        using var check = Seen(await PostAsync(visitor, await visitor.GetAsync(stage.Path + "/sign"), "#sign", ("Name", "Maxine Kowalski"), ("Email", "cookie@mail.example")));
        var mail = await host.Mail.WaitAsync("cookie@mail.example", "Confirm your signature");
        var page = await visitor.GetAsync(mail.Links.First(l => l.AbsolutePath.Contains("/confirm/", StringComparison.Ordinal)).PathAndQuery);
        using var signed = Seen(await PostAsync(visitor, page, "form"));
        Assert.EndsWith("/signed", signed.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Contains("You are number 1", (await visitor.GetAsync(signed.Headers.Location.OriginalString)).Text, StringComparison.Ordinal);
    }

    private async Task ReadAsync(string address) => Seen(await Watched().GetAsync(address));

    private Visitor Watched() => host.Over("https");

    /// <summary>Presses a button and stays at its answer, where the cookies are.</summary>
    private static async Task<HttpResponseMessage> PostAsync(Visitor visitor, Page page, string form, params (string Name, string Value)[] values)
    {
        var fields = page.Html.QuerySelector(form)!.QuerySelectorAll("input[type=hidden]").Select(i => new KeyValuePair<string, string>(i.GetAttribute("name")!, i.GetAttribute("value") ?? ""))
            .Concat(values.Select(v => new KeyValuePair<string, string>(v.Name, v.Value)));
        var action = page.Html.QuerySelector(form)!.GetAttribute("action") is { Length: > 0 } to ? new Uri(page.Address, to) : page.Address;
        using var request = new HttpRequestMessage(HttpMethod.Post, action) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return await visitor.Http.SendAsync(request);
    }

    private Page Seen(Page page)
    {
        Seen(page.Response);
        return page;
    }

    private HttpResponseMessage Seen(HttpResponseMessage response)
    {
        set.AddRange(response.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : []);
        return response;
    }
}
