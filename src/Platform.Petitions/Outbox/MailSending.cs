using Microsoft.Extensions.Logging;
using Platform.Core.Mail;
using Platform.Core.Tenancy;
using Platform.Petitions.Database;
using Platform.Petitions.Signing;

namespace Platform.Petitions.Outbox;

/// <summary>One due mail, from its row to the server: written now, capped, sent, and its outcome kept. One scope each.</summary>
internal sealed class MailSending(
    EngineDataSource source, TenantContext tenant, IEnumerable<IMailWriter> writers, LetterRenderer renderer, IMailTransport transport,
    MailAllowances allowances, Bounces bounces, TenancyOptions site, ILogger<MailSending> log)
{
    private const int MostAttempts = 12;

    /// <returns>False when the mail server is away: everything else may wait, too.</returns>
    public async Task<bool> SendAsync(DueMail due, CancellationToken ct)
    {
        if (due.Mail.TenantId is { } id)
        {
            tenant.Set(id, "");
        }

        try
        {
            return await WriteAndSendAsync(due, ct);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            log.LogError(problem, "Mail {Id} ({Kind}) could not be written", due.Id, due.Mail.Kind);
            await RetryAsync(due, problem.GetType().Name, ct);
            return true;
        }
    }

    private async Task<bool> WriteAndSendAsync(DueMail due, CancellationToken ct)
    {
        var writer = writers.Single(w => w.Kind == due.Mail.Kind);
        if (await writer.WriteAsync(due.Mail, ct) is not { } letter || EmailAddress.Parse(letter.To) is not { } to)
        {
            await OutboxQueue.FinishAsync(source, due.Id, MailOutcome.Dropped, null, ct);
            return true;
        }

        if (writer.Capped && due.Attempt == 1 && !await allowances.TakeAsync(to, ct))
        {
            await OutboxQueue.FinishAsync(source, due.Id, MailOutcome.Capped, null, ct);
            return true;
        }

        using var message = renderer.Render(letter, MessageId(due.Id));
        switch (await transport.SendAsync(message, ct))
        {
            case Delivery.Accepted:
                await OutboxQueue.FinishAsync(source, due.Id, MailOutcome.Sent, null, ct);
                return true;
            case Delivery.Refused refused:
                await OutboxQueue.FinishAsync(source, due.Id, MailOutcome.Refused, refused.Reason, ct);
                await bounces.NoteAsync(due.Mail, ct);
                return true;
            case Delivery.Deferred deferred:
                await RetryAsync(due, deferred.Reason, ct);
                return true;
            case Delivery.Unavailable unavailable:
                log.LogWarning("The mail server is away: {Reason}", unavailable.Reason);
                await OutboxQueue.LaterAsync(source, due.Id, TimeSpan.FromSeconds(10), unavailable.Reason, forgiven: true, ct);
                return false;
            case var other:
                throw new InvalidOperationException($"Unknown delivery {other.GetType().Name}.");
        }
    }

    private async Task RetryAsync(DueMail due, string reason, CancellationToken ct)
    {
        if (due.Attempt >= MostAttempts)
        {
            log.LogError("Mail {Id} ({Kind}) failed for good: {Reason}", due.Id, due.Mail.Kind, reason);
            await OutboxQueue.FinishAsync(source, due.Id, MailOutcome.Failed, reason, ct);
            return;
        }

        var minutes = Math.Min(240, Math.Pow(2, due.Attempt - 1));
        await OutboxQueue.LaterAsync(source, due.Id, TimeSpan.FromMinutes(minutes), reason, forgiven: false, ct);
    }

    /// <summary>The same for every attempt: a server that saw it before can tell.</summary>
    private string MessageId(long id) => $"{id}.outbox@{new Uri(site.BaseUrl).Host}";
}
