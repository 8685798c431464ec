using Microsoft.Extensions.Logging;
using Platform.Core.Mail;
using Platform.Petitions.Database;

namespace Platform.Petitions.Outbox;

/// <summary>One mail, from its lane to the server, and what became of it onto its row.</summary>
internal sealed class MailSending(IMailTransport transport, MailLanes lanes, LeasedMails leased, Bounces bounces, ILogger<MailSending> log)
{
    public async Task SendAsync(ReadyMail mail, CancellationToken ct)
    {
        var delivery = await DeliverAsync(mail, ct);
        lanes.Return(mail, delivery);
        var stamp = Stamp(mail.Due, delivery);
        if (delivery is Delivery.Refused refused && !await NotedAsync(mail, refused.BlamesAddress, ct))
        {
            stamp = MailStamp.PutBack(mail.Due, MailStamp.AfterTrouble, refused.Reason);
        }

        await leased.ReleaseAsync(delivery is Delivery.Unavailable ? stamp : stamp with { SentTo = mail.SentTo });
    }

    private async Task<Delivery> DeliverAsync(ReadyMail mail, CancellationToken ct)
    {
        using var message = mail.Message;
        try
        {
            return await transport.SendAsync(message, ct);
        }
        catch (Exception bug) when (bug is not OperationCanceledException)
        {
            log.LogError(bug, "Mail {Id} ({Kind}) broke its sender", mail.Due.Id, mail.Due.Mail.Kind);
            return new Delivery.Deferred(bug.GetType().Name);
        }
    }

    /// <returns>False while the database is away: the server is asked once more then, and refuses once more.</returns>
    private async Task<bool> NotedAsync(ReadyMail mail, bool blamed, CancellationToken ct)
    {
        try
        {
            await bounces.NoteAsync(mail.Due.Mail, mail.SentTo, blamed, ct);
            return true;
        }
        catch (Exception outage) when (outage.IsDatabaseOutage())
        {
            return false;
        }
    }

    private MailStamp Stamp(DueMail due, Delivery delivery)
    {
        switch (delivery)
        {
            case Delivery.Accepted:
                return MailStamp.Done(due, MailOutcome.Sent);
            case Delivery.Refused refused:
                return MailStamp.Done(due, MailOutcome.Refused, refused.Reason);
            case Delivery.Deferred deferred:
                return MailStamp.Again(due, deferred.Reason);
            case Delivery.Unavailable unavailable:
                log.LogWarning("The mail server is away: {Reason}", unavailable.Reason);
                return MailStamp.PutBack(due, MailStamp.AfterTrouble, unavailable.Reason);
            case var other:
                throw new InvalidOperationException($"Unknown delivery {other.GetType().Name}.");
        }
    }
}
