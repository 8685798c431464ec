namespace Platform.Core.Mail;

/// <summary>Writes one kind of a module's mails at the moment it is sent, from what is true then.</summary>
public interface ILetterWriter
{
    /// <summary>No other writer has it.</summary>
    string Kind { get; }

    /// <summary>Caused by somebody typing an address: counts towards the three a day that a mailbox may get.</summary>
    bool Capped => false;

    /// <summary>The organisation of the scope is the cause's.</summary>
    /// <returns>Null when the cause is gone.</returns>
    Task<Letter?> WriteAsync(MailCause cause, CancellationToken ct);
}
