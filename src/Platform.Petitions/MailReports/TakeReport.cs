using Microsoft.Extensions.Logging;
using MimeKit;
using Npgsql;
using NpgsqlTypes;
using Platform.Petitions.Database;
using Platform.Petitions.Outbox;
using Platform.Petitions.Signing;

namespace Platform.Petitions.MailReports;

/// <summary>
/// Acts on a report: the address gets no more mails, and the signature shows it. A report about a mail we did not send, or an address
/// we did not write to, changes nothing; nor does the same report again.
/// </summary>
public sealed class TakeReport(EngineDataSource source, ReportReader reader, Fingerprints fingerprints, ILogger<TakeReport> log)
{
    private const string Act =
        """
        with mail as (
            select tenant_id, campaign_id, subject, sent_to from petitions.outbox_mails
            where sent_to is not null and (id = @mail or (@mail is null and sent_to = @fingerprint)) order by id desc limit 1
        ), stopped as (
            insert into petitions.mail_suppressions as p (fingerprint, cause) select sent_to, @cause from mail where @cause is not null
            on conflict (fingerprint) do update set cause = greatest(p.cause, excluded.cause), at = now()
            where p.cause < excluded.cause or p.at < now() - @holds
        ), shown as (
            update petitions.signatures s set
                bounced_at = case when @complaint then s.bounced_at else coalesce(s.bounced_at, now()) end,
                complained_at = case when @complaint then coalesce(s.complained_at, now()) else s.complained_at end
            from mail m where s.tenant_id = m.tenant_id and s.campaign_id = m.campaign_id and s.id = m.subject
                and case when @complaint then s.complained_at else s.bounced_at end is null
        )
        select count(*) from mail
        """;

    /// <returns>False when the message is no report.</returns>
    public async Task<bool> RunAsync(MimeMessage message, CancellationToken ct)
    {
        if (reader.Read(message) is not { } report)
        {
            return false;
        }

        await RunAsync(report, ct);
        return true;
    }

    public async Task RunAsync(MailReport report, CancellationToken ct)
    {
        var fingerprint = EmailAddress.Parse(report.Address) is { } address ? fingerprints.Of(address) : null;
        if (report.Kind == ReportKind.SoftBounce || (report.Mail is null && fingerprint is null))
        {
            log.LogInformation("A mail report changes nothing: {Kind}, mail {Mail}", report.Kind, report.Mail);
            return;
        }

        SuppressionCause? cause = report.Kind switch
        {
            ReportKind.HardBounce => SuppressionCause.Bounced,
            ReportKind.Complaint => SuppressionCause.Complained,
            _ => null,
        };
        await using var command = source.Command(Act);
        command.Parameters.AddRange(new NpgsqlParameter[]
        {
            new("mail", NpgsqlDbType.Bigint) { Value = (object?)report.Mail ?? DBNull.Value },
            new("fingerprint", NpgsqlDbType.Bytea) { Value = (object?)fingerprint ?? DBNull.Value },
            new("cause", NpgsqlDbType.Integer) { Value = cause is { } why ? (int)why : DBNull.Value },
            new("complaint", NpgsqlDbType.Boolean) { Value = report.Kind == ReportKind.Complaint },
            new("holds", NpgsqlDbType.Interval) { Value = MailSuppressions.BounceHolds },
        });
        var ours = (long)(await command.ExecuteScalarAsync(ct))!;
        log.LogInformation("A mail report was taken: {Kind}, mail {Mail}, ours: {Ours}", report.Kind, report.Mail, ours > 0);
    }
}
