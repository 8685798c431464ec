using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using MimeKit;
using MimeKit.Cryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Security;
using Platform.Core.Mail;
using Platform.Testing.Smtp;
using Xunit;

namespace Platform.Web.Tests.Core.Mail;

public sealed class DkimTests
{
    [Theory]
    [InlineData("en", true)]
    [InlineData("fa", false)]
    public async Task The_signature_holds_on_the_other_side_and_covers_both_headers_of_unsubscribing(string language, bool pkcs8)
    {
        using var key = RSA.Create(2048);
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, pkcs8 ? key.ExportPkcs8PrivateKeyPem() : key.ExportRSAPrivateKeyPem(), Ct);
        await using var server = new ScriptedSmtp();
        var options = TestLetters.Options with
        {
            Host = "127.0.0.1", Port = server.Port, Security = MailSecurity.None,
            DkimDomain = "undersigned.example", DkimSelector = "mail", DkimKeyFile = file,
        };
        await using var transport = new SmtpTransport(Options.Create(options), TimeProvider.System, NullLogger<SmtpTransport>.Instance);
        File.Delete(file);

        var letter = TestLetters.Confirm(language) with { Unsubscribe = new Uri("https://undersigned.example/stop/x"), Body = ".\n\n. Zoë, سلام" };
        Assert.IsType<Delivery.Accepted>(await transport.SendAsync(TestLetters.Render(letter), Ct));

        using var source = new MemoryStream(Encoding.Latin1.GetBytes(Assert.Single(server.Mails).Source));
        using var message = await MimeMessage.LoadAsync(source, Ct);
        var signature = message.Headers[message.Headers.IndexOf(HeaderId.DkimSignature)];
        Assert.True(new DkimVerifier(new OneKey(key)).Verify(message, signature, Ct));
        Assert.Contains("list-unsubscribe:list-unsubscribe-post", signature.Value.ToLowerInvariant(), StringComparison.Ordinal);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private sealed class OneKey(RSA key) : IDkimPublicKeyLocator
    {
        public AsymmetricKeyParameter LocatePublicKey(string methods, string domain, string selector, CancellationToken cancellationToken = default) =>
            PublicKeyFactory.CreateKey(key.ExportSubjectPublicKeyInfo());

        public Task<AsymmetricKeyParameter> LocatePublicKeyAsync(string methods, string domain, string selector, CancellationToken cancellationToken = default) =>
            Task.FromResult(LocatePublicKey(methods, domain, selector, cancellationToken));
    }
}
