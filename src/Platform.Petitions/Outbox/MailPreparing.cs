using Microsoft.Extensions.Logging;
using Platform.Core.Mail;
using Platform.Core.Tenancy;
using Platform.Petitions.Database;
using Platform.Petitions.Signatures;
using Platform.Petitions.Signing;

namespace Platform.Petitions.Outbox;

/// <summary>Writes mails of one cause from what is true now, and holds them against what their mailboxes may get. One scope each.</summary>
internal sealed class MailPreparing(
    TenantContext tenant, SignatureLetters letters, IEnumerable<IMailWriter> writers, IEnumerable<ILetterWriter> modules, LetterRenderer renderer, MailAllowances allowances,
    MailSuppressions suppressions, Fingerprints fingerprints, MessageIds ids, ILogger<MailPreparing> log)
{
    /// <param name="mails">Of one campaign, or a single one.</param>
    /// <returns>What can be sent, and the stamps of what is not.</returns>
    public async Task<(List<ReadyMail> Ready, List<MailStamp> Stamps)> RunAsync(IReadOnlyList<DueMail> mails, CancellationToken ct)
    {
        var (first, stamps) = (mails[0].Mail, new List<MailStamp>());
        if (first.TenantId is { } id)
        {
            tenant.Set(id, "");
        }

        if (first.CampaignId is { } campaign)
        {
            await letters.LoadAsync(campaign, [.. mails.Select(m => m.Mail.Subject)], ct);
        }

        var written = new List<Written>();
        foreach (var mail in mails)
        {
            try
            {
                if (await WriteAsync(mail, ct) is { } ready)
                {
                    written.Add(ready);
                }
                else
                {
                    stamps.Add(MailStamp.Done(mail, MailOutcome.Dropped));
                }
            }
            catch (Exception problem) when (!problem.IsDatabaseOutage() && problem is not OperationCanceledException)
            {
                log.LogError(problem, "Mail {Id} ({Kind}) could not be written", mail.Id, mail.Mail.Kind);
                stamps.Add(MailStamp.Again(mail, problem.GetType().Name));
            }
        }

        var suppressed = await suppressions.AmongAsync([.. written.Select(w => w.Mail.SentTo)], ct);
        foreach (var stopped in written.Where(w => suppressed.TryGetValue(Convert.ToBase64String(w.Mail.SentTo), out var cause) && Stops(cause, w.Mail.Due.Mail)).ToList())
        {
            written.Remove(stopped);
            stamps.Add(MailStamp.Done(stopped.Mail.Due, MailOutcome.Suppressed));
        }

        var over = await allowances.OverAsync([.. written.Where(w => w.Capped).Select(w => (w.Mail.Due.Id, w.To))], ct);
        stamps.AddRange(written.Where(w => over.Contains(w.Mail.Due.Id)).Select(w => MailStamp.Done(w.Mail.Due, MailOutcome.Capped)));
        return ([.. written.Where(w => !over.Contains(w.Mail.Due.Id)).Select(w => w.Mail)], stamps);
    }

    private static bool Stops(SuppressionCause cause, OutboxMail mail) => cause == SuppressionCause.Bounced || mail.CampaignId is not null;

    private async Task<Written?> WriteAsync(DueMail mail, CancellationToken ct)
    {
        var writer = writers.SingleOrDefault(w => w.Kind == mail.Mail.Kind) ?? new ModuleMailWriter(modules.Single(w => w.Kind == mail.Mail.Kind));
        return await writer.WriteAsync(mail.Mail, ct) is { } letter && EmailAddress.Parse(letter.To) is { } to
            ? new Written(new ReadyMail(mail, renderer.Render(letter, ids.Of(mail.Id)), to.Domain, fingerprints.Of(to)), to, writer.Capped)
            : null;
    }

    private sealed record Written(ReadyMail Mail, EmailAddress To, bool Capped);
}
