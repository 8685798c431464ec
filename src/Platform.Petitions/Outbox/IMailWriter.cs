using Platform.Core.Mail;

namespace Platform.Petitions.Outbox;

/// <summary>Writes one kind of mail at the moment it is sent, from what is true then. Stands beside its feature.</summary>
public interface IMailWriter
{
    /// <summary>One of <see cref="MailKind"/>.</summary>
    string Kind { get; }

    /// <summary>Caused by somebody typing an address: counts towards the three a day that a mailbox may get.</summary>
    bool Capped => false;

    /// <summary>The tenant of the scope is the mail's, if it has one.</summary>
    /// <returns>Null when its cause is gone.</returns>
    Task<Letter?> WriteAsync(OutboxMail mail, CancellationToken ct);
}
