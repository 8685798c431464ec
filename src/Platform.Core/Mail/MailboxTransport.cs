using System.Globalization;
using MimeKit;

namespace Platform.Core.Mail;

/// <summary>Development: each mail becomes one file, so that the web and the worker process share a mailbox.</summary>
public sealed class MailboxTransport(Mailbox mailbox, TimeProvider clock) : IMailTransport
{
    private int number;

    public async Task<Delivery> SendAsync(MimeMessage message, CancellationToken ct)
    {
        mailbox.Prepare();
        var name = string.Create(CultureInfo.InvariantCulture,
            $"{clock.GetUtcNow().UtcTicks:d19}-{Interlocked.Increment(ref number):d8}-{Environment.ProcessId:x}");
        var half = Path.Combine(mailbox.Folder, name + ".tmp");
        await message.WriteToAsync(half, ct);
        File.Move(half, Path.Combine(mailbox.Folder, name + Mailbox.Extension));
        return new Delivery.Accepted();
    }
}
