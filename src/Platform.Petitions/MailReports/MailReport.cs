namespace Platform.Petitions.MailReports;

/// <summary>What a mail server or a mailbox provider says about a mail we sent.</summary>
/// <param name="Mail">Which of our mails; null when the report names none of ours.</param>
/// <param name="Address">When there is no mail: the address, as the sender of the report has it.</param>
public sealed record MailReport(ReportKind Kind, long? Mail, string? Address = null);

public enum ReportKind
{
    /// <summary>It did not arrive, and will not at this address.</summary>
    HardBounce,

    /// <summary>It did not arrive, and the address is not to blame: too large, refused for its content or its sender.</summary>
    Undelivered,

    /// <summary>Passing trouble, or not arrived in time.</summary>
    SoftBounce,

    /// <summary>Somebody pressed "this is spam".</summary>
    Complaint,
}
