using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Platform.Core.Mail;
using Platform.Testing.Smtp;
using Xunit;

namespace Platform.Web.Tests.Core.Mail;

/// <summary>The real transport against a scripted server.</summary>
public abstract class SmtpTestBase : IAsyncDisposable
{
    protected ScriptedSmtp Server { get; } = new();

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected static Task<Delivery> SendAsync(SmtpTransport transport, string to = "maxine@example.org") =>
        transport.SendAsync(TestLetters.Render(TestLetters.Confirm() with { To = to }), TestContext.Current.CancellationToken);

    protected SmtpTransport Transport(Func<MailOptions, MailOptions>? change = null)
    {
        var options = TestLetters.Options with { Host = "127.0.0.1", Port = Server.Port, Security = MailSecurity.None };
        return new SmtpTransport(Options.Create(change?.Invoke(options) ?? options), TimeProvider.System, NullLogger<SmtpTransport>.Instance);
    }
}
