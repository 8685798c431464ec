using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Web.Tests.Startup;

/// <summary>The console's commands, as processes beside the running platform.</summary>
public sealed class CommandTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task The_first_admin_gets_a_link_to_a_password_and_is_asked_for_a_second_factor()
    {
        var (code, said) = await RunAsync("admin", "first@admin.example");

        Assert.Equal(0, code);
        var link = said.Split((char[]?)null).Single(word => word.Contains("/account/reset/", StringComparison.Ordinal));
        var visitor = host.Visitor();
        var done = await visitor.SubmitAsync(await visitor.GetAsync(new Uri(link).PathAndQuery), "#reset", ("Password", "a sentence of my own"));
        Assert.Contains("Your new password counts", done.Text, StringComparison.Ordinal);

        await visitor.SubmitAsync(await visitor.GetAsync("/account/sign-in?returnUrl=/about/privacy"), "#sign-in", ("Email", "first@admin.example"), ("Password", "a sentence of my own"));
        Assert.Equal("/account/second-factor", (await visitor.GetAsync("/admin")).Address.AbsolutePath);
    }

    [Fact]
    public async Task Somebody_with_an_account_is_raised_and_it_is_written_down()
    {
        var user = await host.UserAsync();

        var (code, _) = await RunAsync("admin", user.Email!);

        Assert.Equal(0, code);
        Assert.Equal(PlatformRole.Admin, await host.InDbAsync(null, db => db.Users.Where(u => u.Id == user.Id).Select(u => u.PlatformRole).SingleAsync()));
        Assert.True(await host.InDbAsync(null, db => db.Audit.AnyAsync(line => line.ActorName == "console" && line.Detail!.Contains(user.Id.ToString()))));
    }

    [Fact]
    public async Task A_configured_database_is_never_reset()
    {
        var (code, said) = await RunAsync("demo", "reset");

        Assert.Equal(1, code);
        Assert.Contains("removes the embedded database only", said, StringComparison.Ordinal);
    }

    private Task<(int Code, string Said)> RunAsync(params string[] arguments) => Launched.RunAsync(
        new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["ConnectionStrings__Platform"] = host.Database.App,
            ["EmbeddedPostgres__DataFolder"] = host.Folder,
            ["Secrets__Key"] = host.Services.GetService(typeof(Microsoft.Extensions.Configuration.IConfiguration)) is Microsoft.Extensions.Configuration.IConfiguration settings ? settings["Secrets:Key"]! : "",
            ["Site__BaseUrl"] = "http://localhost",
        },
        arguments);
}
