using System.Reflection;
using Platform.Core.Mail;
using Platform.Core.Tenancy;
using Platform.Petitions.Api;
using Platform.Petitions.Domains;
using Platform.Petitions.MailReports;
using Platform.Petitions.Paper;
using Platform.Petitions.Pictures;
using Platform.Petitions.Secrets;
using Platform.Petitions.Signing;
using Platform.Web.Metrics;
using Platform.Web.Startup;
using Platform.Web.Tests.Rules;
using Platform.Web.Tests.Startup;
using Xunit;

namespace Platform.Web.Tests.Deploy;

/// <summary>What lies in <c>deploy/</c> is what the platform understands.</summary>
public sealed class EnvironmentFileTests
{
    // Sections that are bound whole; every other setting is read by its name.
    private static readonly Dictionary<string, Type> Sections = new()
    {
        ["Site"] = typeof(TenancyOptions), ["Mail"] = typeof(MailOptions), ["MailReports"] = typeof(MailReportOptions), ["Metrics"] = typeof(MetricsOptions), ["Secrets"] = typeof(SecretOptions),
        ["Paper"] = typeof(PaperOptions), ["Api"] = typeof(ApiOptions), ["Blobs"] = typeof(BlobOptions), ["Signing"] = typeof(SigningOptions), ["Domains"] = typeof(DomainOptions),
#if DONATIONS
        ["Donations"] = typeof(Donations.DonationsOptions),
#endif
    };

    [Fact]
    public void Every_setting_of_the_example_is_read_by_the_platform()
    {
        var source = string.Join('\n', Checkout.Files(".cs").Where(file => file.StartsWith("src/", StringComparison.Ordinal)).SelectMany(Checkout.Lines));
        var keys = Lines(withComments: true).Keys.ToList();

        Assert.Contains("ConnectionStrings__Platform", keys);
        Rule.Holds("The platform reads no such setting:", keys.Where(key => !key.StartsWith("ASPNETCORE_", StringComparison.Ordinal) && !IsRead(key.Split("__"), source)));
    }

    [Fact]
    public async Task The_platform_does_not_start_on_the_example_and_says_which_secret_is_the_example_s()
    {
        var example = Lines(withComments: false);
        var (code, said) = await Launched.RunAsync(example);
        Assert.Equal(1, code);
        Assert.Contains("Secrets__Key is the example's", said, StringComparison.Ordinal);

        example["Secrets__Key"] = Convert.ToBase64String(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32));
        (code, said) = await Launched.RunAsync(example);
        Assert.Equal(1, code);
        Assert.Contains("ConnectionStrings__Platform still carries the example's words", said, StringComparison.Ordinal);

        example["ConnectionStrings__Platform"] = "Host=127.0.0.1;Port=1;Database=undersigned;Username=undersigned_app;Password=own;Timeout=2";
        (code, said) = await Launched.RunAsync(example);
        Assert.Equal(1, code);
        Assert.Contains("Mail__Password is the example's", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_unit_starts_a_role_of_the_platform()
    {
        var units = Directory.GetFiles(Path.Combine(Checkout.Root, "deploy", "systemd"), "*.service");
        var commands = units.Select(unit => File.ReadLines(unit).Single(line => line.StartsWith("ExecStart=", StringComparison.Ordinal)).Split("Platform.Web.dll ")[1]).ToList();

        Assert.Equal(2, commands.Select(command => StartOptions.Parse(command.Split(' '))).Where(options => options.Problem is null).Select(options => options.Role).Distinct().Count());
    }

    private static bool IsRead(string[] path, string source) => path switch
    {
        ["ConnectionStrings", var name] => source.Contains($"GetConnectionString(\"{name}\")", StringComparison.Ordinal),
        [var section, var name, ..] when Sections.TryGetValue(section, out var type) && type.GetProperty(name, BindingFlags.Public | BindingFlags.Instance) is not null => true,
        [var section, var name, ..] => source.Contains($"\"{section}:{name}\"", StringComparison.Ordinal),
        _ => false,
    };

    private static Dictionary<string, string> Lines(bool withComments) => Checkout.Lines("deploy/undersigned.env.example")
        .Select(line => withComments && line.StartsWith('#') && !line.StartsWith("# ", StringComparison.Ordinal) ? line[1..] : line)
        .Where(line => !line.StartsWith('#') && line.Contains('=', StringComparison.Ordinal))
        .Select(line => line.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
}
