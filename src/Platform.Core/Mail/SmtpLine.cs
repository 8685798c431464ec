using System.Net.Sockets;
using System.Text;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Platform.Core.Mail;

/// <summary>One connection to the server. Not thread-safe: the pool hands it to one sender at a time.</summary>
internal sealed class SmtpLine : SmtpClient
{
    private static readonly TimeSpan Courtesy = TimeSpan.FromSeconds(2);

    private readonly MailOptions options;
    private readonly TimeProvider clock;
    private readonly long openedAt;
    private long usedAt;

    public SmtpLine(MailOptions options, TimeProvider clock)
    {
        this.options = options;
        this.clock = clock;
        openedAt = usedAt = clock.GetTimestamp();

        // Revocation servers are often out of reach of a mail relay's network; name and chain are still checked.
        CheckCertificateRevocation = false;
    }

    public int Sent { get; private set; }

    /// <summary>The server said yes to MAIL FROM, so the current mail may have got through.</summary>
    public bool SenderAccepted { get; private set; }

    public Task OpenAsync(CancellationToken ct) => BoundedAsync(options.ConnectTimeout, async token =>
    {
        await ConnectAsync(await SocketAsync(token), options.Host!, options.Port, Security(options.Security), token);
        if (!string.IsNullOrEmpty(options.User))
        {
            await AuthenticateAsync(options.User, options.Password!, token);
        }
    }, ct);

    public async Task SendOneAsync(MimeMessage message, CancellationToken ct)
    {
        SenderAccepted = false;
        var needsUnicode = message.To.Mailboxes.Any(to => !Ascii.IsValid(to.LocalPart));
        if (needsUnicode && !Capabilities.HasFlag(SmtpCapabilities.UTF8))
        {
            throw new NotSupportedException("The mail server cannot write this address.");
        }

        await BoundedAsync(options.SendTimeout, token => SendAsync(message, Envelope(message), message.To.Mailboxes, token), ct);
        Sent++;
        usedAt = clock.GetTimestamp();
    }

    /// <summary>May it be trusted with another mail? Costs a round trip only after a pause.</summary>
    public async Task<bool> IsAliveAsync(CancellationToken ct)
    {
        var idle = clock.GetElapsedTime(usedAt);
        if (!IsConnected || Sent >= options.MailsPerConnection
            || idle > options.CloseAfterIdle || clock.GetElapsedTime(openedAt) > options.CloseAfterAge)
        {
            return false;
        }

        if (idle <= options.CheckAfterIdle)
        {
            return true;
        }

        try
        {
            await BoundedAsync(Courtesy, NoOpAsync, ct);
            return true;
        }
        catch (Exception error) when (!ct.IsCancellationRequested && SmtpErrors.Sending(error) is not null)
        {
            return false;
        }
    }

    /// <summary>Says goodbye where somebody still listens, and never waits long for the answer.</summary>
    public async Task CloseAsync(bool politely)
    {
        try
        {
            if (politely && IsConnected)
            {
                await BoundedAsync(Courtesy, token => DisconnectAsync(quit: true, token), CancellationToken.None);
            }
        }
        catch (Exception error) when (SmtpErrors.Sending(error) is not null)
        {
            // Only the goodbye failed; every mail on this line has its answer.
        }
        finally
        {
            Dispose();
        }
    }

    protected override void OnSenderAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response) => SenderAccepted = true;

    /// <summary>Who gets it back: the address for returns with the mail's own id in it, so that also a report without the mail says which it was.</summary>
    private MailboxAddress Envelope(MimeMessage message)
    {
        if (options.BounceAddress is not { Length: > 0 } address || message.MessageId is not { } id)
        {
            return message.From.Mailboxes.First();
        }

        var at = address.LastIndexOf('@');
        return new MailboxAddress(null, $"{address[..at]}+{id.Split('@')[0]}{address[at..]}");
    }

    /// <summary>Without the delay of small packets, which waits 40 ms for an acknowledgement in the middle of every mail.</summary>
    private async Task<Socket> SocketAsync(CancellationToken ct)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(options.Host!, options.Port, ct);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Cancels the operation when its time is over, and stops waiting even if it does not notice.</summary>
    private static async Task BoundedAsync(TimeSpan limit, Func<CancellationToken, Task> operation, CancellationToken ct)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(ct);
        time.CancelAfter(limit);
        try
        {
            await operation(time.Token).WaitAsync(time.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new TimeoutException("No answer in time.");
        }
    }

    private static SecureSocketOptions Security(MailSecurity security) => security switch
    {
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        MailSecurity.Opportunistic => SecureSocketOptions.StartTlsWhenAvailable,
        MailSecurity.None => SecureSocketOptions.None,
    };
}
