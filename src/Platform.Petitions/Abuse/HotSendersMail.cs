using Microsoft.EntityFrameworkCore;
using Platform.Core.Mail;
using Platform.Core.Tenancy;
using Platform.Core.Text;
using Platform.Petitions.Database;
using Platform.Petitions.Outbox;

namespace Platform.Petitions.Abuse;

/// <summary>To each admin: the networks and domains of the last hour, each with a link to its signatures.</summary>
internal sealed class HotSendersMail(PetitionsDb db, TenantContext tenant, AbuseSignals signals, DatabaseClock clock, TenancyOptions site, Localiser localiser, Catalogue catalogue) : IMailWriter
{
    private const int MostLines = 20;
    private static readonly TimeSpan SinceLastLook = TimeSpan.FromMinutes(55);

    public string Kind => MailKind.HotSenders;

    public async Task<Letter?> WriteAsync(OutboxMail mail, CancellationToken ct)
    {
        tenant.AllowAcross();
        var admin = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == mail.Subject, ct);
        var found = await signals.SinceAsync(await clock.NowAsync(ct) - SinceLastLook, MostLines, ct);
        if (admin?.Email is null || found.Count == 0)
        {
            return null;
        }

        var language = catalogue.Find(admin.Language) ?? catalogue.Default;
        var texts = localiser.For(language);
        return new Letter
        {
            To = admin.Email,
            ToName = admin.Name,
            Language = language,
            Subject = texts["admin.mail.hot-senders.subject", ("count", found.Count)],
            Body = string.Join("\n\n", [texts["admin.mail.hot-senders.body"], .. found.Select(s => Line(texts, s))]),
            Button = new LetterButton(texts["admin.mail.hot-senders.button"], new Uri(site.BaseUrl.TrimEnd('/') + "/admin/abuse")),
            Why = texts["admin.mail.hot-senders.why"],
        };
    }

    private static string Line(Localiser texts, SignalLine line) => texts["admin.mail.hot-senders.line",
        ("sender", Letter.Escape(line.Sender)), ("count", line.Signatures), ("share", line.Share), ("title", Letter.Escape(line.Title))];
}
