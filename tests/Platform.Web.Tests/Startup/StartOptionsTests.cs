using Platform.Core.Modules;
using Platform.Web.Startup;
using Xunit;

namespace Platform.Web.Tests.Startup;

public sealed class StartOptionsTests
{
    [Fact]
    public void Without_a_word_it_serves_in_both_roles() => Assert.Equal((StartCommand.Serve, HostRole.Both), Parsed([]));

    [Theory]
    [InlineData("web", HostRole.Web)]
    [InlineData("worker", HostRole.Worker)]
    public void A_role_is_chosen(string role, HostRole expected) => Assert.Equal((StartCommand.Serve, expected), Parsed(["--role", role]));

    [Fact]
    public void The_demo_is_reset() => Assert.Equal(StartCommand.DemoReset, Parsed(["demo", "reset"]).Command);

    [Fact]
    public void An_admin_is_named()
    {
        var options = StartOptions.Parse(["admin", "ada@example.org"]);

        Assert.Equal((StartCommand.MakeAdmin, "ada@example.org"), (options.Command, options.Email));
    }

    [Theory]
    [InlineData("--urls=http://localhost:1")]
    [InlineData("--urls http://localhost:1")]
    [InlineData("--Site:BaseUrl=https://x.example --role web --environment Production")]
    public void Settings_go_to_the_host_in_their_order(string line)
    {
        var options = StartOptions.Parse(line.Split(' '));

        Assert.Null(options.Problem);
        Assert.Equal(line.Replace("--role web ", "", StringComparison.Ordinal).Split(' '), options.HostArguments);
    }

    [Theory]
    [InlineData("demo")]
    [InlineData("demo rest")]
    [InlineData("admin")]
    [InlineData("admin ada")]
    [InlineData("--role")]
    [InlineData("--role both")]
    [InlineData("serve")]
    public void What_is_not_understood_is_said(string line) => Assert.Contains("Usage:", StartOptions.Parse(line.Split(' ')).Problem, StringComparison.Ordinal);

    private static (StartCommand Command, HostRole Role) Parsed(string[] arguments)
    {
        var options = StartOptions.Parse(arguments);
        Assert.Null(options.Problem);
        return (options.Command, options.Role);
    }
}
