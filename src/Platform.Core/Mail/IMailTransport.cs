using MimeKit;

namespace Platform.Core.Mail;

/// <summary>The wire. One message to one recipient; safe to call from many tasks at once.</summary>
public interface IMailTransport
{
    /// <summary>Returns what became of it within the configured timeouts; throws only when <paramref name="ct"/> is cancelled.</summary>
    Task<Delivery> SendAsync(MimeMessage message, CancellationToken ct);
}
