using MimeKit;

namespace Platform.Petitions.Outbox;

/// <summary>A mail this process holds by lease.</summary>
/// <param name="Attempt">1 for the first try.</param>
internal sealed record DueMail(long Id, OutboxMail Mail, MailUrgency Urgency, int Attempt);

/// <summary>It is written and only has to be sent.</summary>
/// <param name="Domain">Of its recipient.</param>
/// <param name="SentTo">Fingerprint of its recipient.</param>
internal sealed record ReadyMail(DueMail Due, MimeMessage Message, string Domain, byte[] SentTo) : IComparable<ReadyMail>
{
    /// <summary>What is urgent first, then in the order of their causes.</summary>
    public int CompareTo(ReadyMail? other) => other is null ? 1 : (Due.Urgency, Due.Id).CompareTo((other.Due.Urgency, other.Due.Id));
}
