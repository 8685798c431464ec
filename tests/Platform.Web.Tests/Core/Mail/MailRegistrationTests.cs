using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Platform.Core.Mail;
using Platform.Core.Text;
using Xunit;

namespace Platform.Web.Tests.Core.Mail;

public sealed class MailRegistrationTests
{
    [Fact]
    public async Task With_a_host_mail_goes_over_SMTP()
    {
        await using var services = Services("/nowhere", ("Host", "smtp.example.org"), ("From", "a@example.org"));

        Assert.IsType<SmtpTransport>(services.GetRequiredService<IMailTransport>());
        Assert.Null(services.GetService<Mailbox>());
    }

    [Fact]
    public async Task Without_a_host_mail_goes_to_the_mailbox()
    {
        await using var services = Services("/nowhere");

        Assert.IsType<MailboxTransport>(services.GetRequiredService<IMailTransport>());
        Assert.NotNull(services.GetService<Mailbox>());
    }

    [Fact]
    public void Without_either_nothing_starts() =>
        Assert.Throws<InvalidOperationException>(() => Services(null));

    [Theory]
    [InlineData("Mail:From must be set", "Host", "smtp.example.org")]
    [InlineData("bare address", "From", "Us <a@example.org>")]
    [InlineData("bare address", "From", "a@example.org, b@example.org")]
    [InlineData("Mail:FromName", "FromName", " ")]
    [InlineData("Mail:Port", "Host", "h", "From", "a@example.org", "Port", "0")]
    [InlineData("Mail:Connections", "Host", "h", "From", "a@example.org", "Connections", "0")]
    [InlineData("every time", "Host", "h", "From", "a@example.org", "SendTimeout", "00:00:00")]
    [InlineData("in the clear", "Host", "h", "From", "a@example.org", "User", "u", "Password", "p", "Security", "None")]
    [InlineData("set together", "Host", "h", "From", "a@example.org", "User", "u")]
    [InlineData("set together", "DkimDomain", "example.org")]
    [InlineData("PEM file", "DkimDomain", "example.org", "DkimSelector", "s", "DkimKeyFile", "/nowhere.pem")]
    public async Task Settings_that_cannot_work_stop_the_start(string says, params string[] pairs)
    {
        var settings = pairs.Chunk(2).Select(pair => (pair[0], pair[1])).ToArray();
        await using var services = Services("/nowhere", settings);

        var error = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<MailOptions>>().Value);
        Assert.Contains(says, error.Message);
    }

    private static ServiceProvider Services(string? folder, params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create("Mail:" + setting.Key, (string?)setting.Value)))
            .Build();
        return new ServiceCollection().AddLogging().AddText().AddMail(configuration.GetSection("Mail"), folder)
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }
}
