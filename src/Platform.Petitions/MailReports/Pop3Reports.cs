using MailKit.Net.Pop3;
using MailKit.Security;
using Platform.Core.Mail;
using MimeKit;

namespace Platform.Petitions.MailReports;

/// <summary>A mailbox at a provider. Messages are deleted when the conversation ends well; one that broke off reads them again, which changes nothing.</summary>
internal sealed class Pop3Reports(MailReportOptions options) : IReportSource
{
    private const int MostAtOnce = 500;
    private const int LargestBytes = 2 * 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public async Task ReadAsync(Func<MimeMessage, Task> take, CancellationToken ct)
    {
        if (options.Pop3 is not { Host.Length: > 0 } pop3)
        {
            return;
        }

        using var client = new Pop3Client { Timeout = (int)Patience.TotalMilliseconds, CheckCertificateRevocation = false };
        await client.ConnectAsync(pop3.Host, pop3.Port, Security(pop3.Security), ct);
        await client.AuthenticateAsync(pop3.User, pop3.Password, ct);
        for (var i = 0; i < Math.Min(client.Count, MostAtOnce); i++)
        {
            if (await client.GetMessageSizeAsync(i, ct) <= LargestBytes)
            {
                using var message = await client.GetMessageAsync(i, ct);
                await take(message);
            }

            await client.DeleteMessageAsync(i, ct);
        }

        await client.DisconnectAsync(quit: true, ct);
    }

    private static SecureSocketOptions Security(MailSecurity security) => security switch
    {
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        MailSecurity.Opportunistic => SecureSocketOptions.StartTlsWhenAvailable,
        MailSecurity.None => SecureSocketOptions.None,
    };
}
