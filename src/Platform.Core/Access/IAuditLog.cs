using Microsoft.EntityFrameworkCore;

namespace Platform.Core.Access;

/// <summary>The platform's one log of acts, for modules with tables of their own: who, when and whose organisation come from the scope.</summary>
public interface IAuditLog
{
    /// <summary>Writes over the caller's connection, so in the caller's transaction where one is open.</summary>
    /// <param name="action">For example <c>giving.settings</c>.</param>
    /// <param name="detail">In words, without addresses, tokens or secrets.</param>
    Task NoteAsync(DbContext db, string action, Guid? campaign, string? detail, CancellationToken ct);
}
