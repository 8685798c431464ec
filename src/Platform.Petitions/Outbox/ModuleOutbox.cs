using Microsoft.EntityFrameworkCore;
using Platform.Core.Mail;

namespace Platform.Petitions.Outbox;

/// <summary>Takes other modules' mails into the one outbox.</summary>
internal sealed class ModuleOutbox(MailBell bell) : IOutbox
{
    public async Task LayAsync(DbContext db, MailCause cause, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync(
            $"insert into petitions.outbox_mails (tenant_id, kind, subject, detail, attempts, outcome) values ({cause.TenantId}, {cause.Kind}, {cause.Subject}, {cause.Detail}, 0, 0)", ct);
        bell.Ring();
    }
}

/// <summary>Lets a module's writer be asked as our own are.</summary>
internal sealed class ModuleMailWriter(ILetterWriter letters) : IMailWriter
{
    public string Kind => letters.Kind;

    public bool Capped => letters.Capped;

    public Task<Letter?> WriteAsync(OutboxMail mail, CancellationToken ct) => letters.WriteAsync(new MailCause(mail.Kind, mail.TenantId, mail.Subject, mail.Detail), ct);
}
