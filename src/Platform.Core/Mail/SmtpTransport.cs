using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Platform.Core.Mail;

/// <summary>Sends over a small pool of SMTP connections; every step ends within the times of <see cref="MailOptions"/>.</summary>
public sealed class SmtpTransport : IMailTransport, IAsyncDisposable
{
    private readonly SmtpPool pool;
    private readonly DkimStamp? dkim;
    private readonly ILogger<SmtpTransport> log;

    public SmtpTransport(IOptions<MailOptions> options, TimeProvider clock, ILogger<SmtpTransport> log)
    {
        pool = new SmtpPool(options.Value, clock);
        dkim = DkimStamp.From(options.Value);
        this.log = log;
    }

    public async Task<Delivery> SendAsync(MimeMessage message, CancellationToken ct)
    {
        dkim?.Sign(message);
        var delivery = await TrySendAsync(message, mustBeNew: false, ct) ?? await TrySendAsync(message, mustBeNew: true, ct);
        if (delivery is Delivery.Unavailable { Reason: var reason })
        {
            log.LogWarning("The mail server cannot be used: {Reason}", reason);
        }

        return delivery ?? new Delivery.Deferred("The connection broke.");
    }

    public ValueTask DisposeAsync() => pool.DisposeAsync();

    /// <summary>Null: a kept connection turned out to be dead before the mail began, so sending again cannot double it.</summary>
    private async Task<Delivery?> TrySendAsync(MimeMessage message, bool mustBeNew, CancellationToken ct)
    {
        SmtpLine? line;
        try
        {
            line = await pool.TakeAsync(mustBeNew, ct);
        }
        catch (Exception error) when (!ct.IsCancellationRequested && SmtpErrors.Connecting(error, pool.HasOthers) is not null)
        {
            return SmtpErrors.Connecting(error, pool.HasOthers);
        }

        if (line is null)
        {
            return new Delivery.Deferred("All connections stayed busy.");
        }

        var wasUsed = line.Sent > 0;
        var usable = false;
        try
        {
            await line.SendOneAsync(message, ct);
            usable = true;
            return new Delivery.Accepted();
        }
        catch (Exception error) when (!ct.IsCancellationRequested && SmtpErrors.Sending(error) is not null)
        {
            usable = line.IsConnected && SmtpErrors.LeavesLineUsable(error);
            if (usable || !wasUsed || line.SenderAccepted || SmtpErrors.IsTimeout(error))
            {
                return SmtpErrors.Sending(error);
            }

            // The server hung up on one kept connection; it has probably done so on all of them.
            await pool.CloseIdleAsync();
            return null;
        }
        finally
        {
            await pool.GiveBackAsync(line, usable);
        }
    }
}
