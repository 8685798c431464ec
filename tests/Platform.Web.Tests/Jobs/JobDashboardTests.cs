using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Petitions.Counting;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Web.Tests.Jobs;

public sealed class JobDashboardTests(ClockedHost host) : IClassFixture<ClockedHost>
{
    public static TheoryData<string> Pages => ["/admin/jobs", "/admin/jobs/recurring", "/admin/jobs/jobs/failed", "/admin/jobs/servers"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task It_opens_for_a_platform_admin_with_a_second_factor(string address)
    {
        var admin = await host.SignedInAsync(await host.UserAsync(role: PlatformRole.Admin));

        var page = await admin.GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Undersigned", page.One("title"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Nobody_else_gets_in(string address)
    {
        Assert.Equal("/account/sign-in", (await host.Visitor().GetAsync(address)).Address.AbsolutePath);

        var organiser = await host.SignedInAsync(await host.UserAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await organiser.GetAsync(address)).Status);

        var moderator = await host.SignedInAsync(await host.UserAsync(role: PlatformRole.Moderator));
        Assert.Equal(HttpStatusCode.NotFound, (await moderator.GetAsync(address)).Status);

        var raised = await host.UserAsync();
        await host.InDbAsync(null, db => db.Users.Where(u => u.Id == raised.Id).ExecuteUpdateAsync(set => set.SetProperty(u => u.PlatformRole, PlatformRole.Admin)));
        Assert.Equal("/account/second-factor", (await (await host.SignedInAsync(raised)).GetAsync(address)).Address.AbsolutePath);
    }

    [Fact]
    public async Task No_script_of_its_pages_stands_in_the_page_and_its_policy_allows_none()
    {
        var admin = await host.SignedInAsync(await host.UserAsync(role: PlatformRole.Admin));

        var page = await admin.GetAsync("/admin/jobs");

        Assert.Empty(page.Html.QuerySelectorAll("script:not([src]), [onclick]"));
        var policy = page.Response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_buttons_need_the_page_s_own_token()
    {
        var admin = await host.SignedInAsync(await host.UserAsync(role: PlatformRole.Admin));
        await admin.GetAsync("/admin/jobs/recurring");

        var pressed = await admin.PostAsync(new Uri("/admin/jobs/recurring/remove", UriKind.Relative), [new("jobs[]", nameof(RecountJob))]);

        Assert.InRange((int)pressed.Status, 400, 499);
        Assert.Contains(nameof(RecountJob), (await admin.GetAsync("/admin/jobs/recurring")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_page_shows_how_to_reach_the_database()
    {
        var admin = await host.SignedInAsync(await host.UserAsync(role: PlatformRole.Admin));
        var name = await host.InDbAsync(null, db => Task.FromResult(db.Database.GetDbConnection().Database));

        Assert.DoesNotContain(name, (await admin.GetAsync("/admin/jobs")).Source, StringComparison.Ordinal);
    }
}
