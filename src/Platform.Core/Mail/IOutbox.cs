using Microsoft.EntityFrameworkCore;

namespace Platform.Core.Mail;

/// <summary>Where modules lay mails that are due. Sent once, tried again for a day, never while sending is off.</summary>
public interface IOutbox
{
    /// <summary>Writes over the caller's connection: open a transaction, and the mail and its cause are kept or lost together.</summary>
    Task LayAsync(DbContext db, MailCause cause, CancellationToken ct);
}

/// <summary>Why a mail is due. It names ids only: words and address are put together when it is sent.</summary>
/// <param name="Kind">The <see cref="ILetterWriter.Kind"/> that writes it; at most 40 letters, stored, so never renamed.</param>
/// <param name="TenantId">Whose organisation the writer's scope works for; null for none.</param>
/// <param name="Subject">Id of what it is about.</param>
/// <param name="Detail">A number, a code or a further id; never an address, a name or a token.</param>
public sealed record MailCause(string Kind, Guid? TenantId, Guid Subject, string? Detail = null);
