using MimeKit;
using Platform.Core.Mail;
using Platform.Petitions.Outbox;

namespace Platform.Petitions.MailReports;

/// <summary>Reads delivery reports (RFC 3464) and abuse reports (RFC 5965). Believes only what carries the sealed id of one of our mails.</summary>
public sealed class ReportReader(MessageIds ids)
{
    /// <summary>Feedback that is no complaint: "not spam", and failed signatures of whoever pretended to be us.</summary>
    private static readonly string[] NoComplaints = ["not-spam", "auth-failure", "dmarc"];

    /// <returns>Null for whatever is no report: an answer from somebody's holiday, a letter.</returns>
    public MailReport? Read(MimeMessage message)
    {
        var parts = message.BodyParts.ToList();
        return Kind(parts) is { } kind ? new MailReport(kind, Mail(message, parts)) : null;
    }

    private static ReportKind? Kind(List<MimeEntity> parts)
    {
        if (parts.OfType<MessageFeedbackReport>().FirstOrDefault() is { } feedback)
        {
            return NoComplaints.Contains(feedback.Fields["Feedback-Type"]?.Trim().ToLowerInvariant()) ? null : ReportKind.Complaint;
        }

        // The first group is about the report itself; each of the others about one recipient, and we have one.
        var about = parts.OfType<MessageDeliveryStatus>().FirstOrDefault()?.StatusGroups.FirstOrDefault(group => group.Contains("Final-Recipient") || group.Contains("Status"));
        var status = about?["Status"]?.Trim() ?? "";
        return about?["Action"]?.Trim().ToLowerInvariant() switch
        {
            "failed" when status.StartsWith('5') => MailStatus.BlamesAddress(status) == false ? ReportKind.Undelivered : ReportKind.HardBounce,
            "failed" or "delayed" => ReportKind.SoftBounce,
            _ => null,
        };
    }

    /// <summary>The Message-ID of the returned mail, or the address the report was sent to, if mails leave with one of their own.</summary>
    private long? Mail(MimeMessage report, List<MimeEntity> parts)
    {
        var returned = parts.OfType<MessagePart>().Select(part => part.Message?.MessageId).Where(id => id is not null).Select(id => Local(id!));
        var sentTo = report.To.Mailboxes.Select(to => Local(to.Address)).Concat(((string[])["Delivered-To", "X-Original-To"]).Select(name => Local(report.Headers[name] ?? "")))
            .Where(local => local.Contains('+', StringComparison.Ordinal)).Select(local => local[(local.IndexOf('+', StringComparison.Ordinal) + 1)..]);
        return returned.Concat(sentTo).Select(ids.Read).FirstOrDefault(mail => mail is not null);
    }

    private static string Local(string address) => address.Trim().TrimStart('<').Split('@')[0];
}
