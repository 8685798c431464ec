using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Mail;
using Platform.Core.Tenancy;
using Platform.Core.Text;
using Platform.Petitions.Accounts;

namespace Platform.Petitions.Outbox;

/// <summary>To each admin: mail waits, or some failed for good.</summary>
internal sealed class MailLateMail(MailLateLetters letters) : IMailWriter
{
    public string Kind => MailKind.MailLate;

    public Task<Letter?> WriteAsync(OutboxMail mail, CancellationToken ct)
    {
        var numbers = mail.Detail!.Split(' ');
        return letters.WriteAsync(mail.Subject, "late", ct,
            ("minutes", long.Parse(numbers[0], CultureInfo.InvariantCulture)), ("failed", long.Parse(numbers[1], CultureInfo.InvariantCulture)));
    }
}

/// <summary>To each admin who was told: mail goes out again.</summary>
internal sealed class MailLateOverMail(MailLateLetters letters) : IMailWriter
{
    public string Kind => MailKind.MailLateOver;

    public Task<Letter?> WriteAsync(OutboxMail mail, CancellationToken ct) => letters.WriteAsync(mail.Subject, "late-over", ct);
}

internal sealed class MailLateLetters(PetitionsDb db, TenancyOptions site, AccountLetters letters)
{
    public async Task<Letter?> WriteAsync(Guid admin, string key, CancellationToken ct, params (string Name, object? Value)[] values) =>
        await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == admin && u.SuspendedAt == null, ct) is { Email: not null } user
            ? letters.Write(user, key, new Uri(site.BaseUrl.TrimEnd('/') + "/admin/health"), values: values)
            : null;
}
