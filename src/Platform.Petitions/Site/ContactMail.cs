using Microsoft.EntityFrameworkCore;
using Platform.Core.Mail;
using Platform.Core.Text;
using Platform.Petitions.Outbox;

namespace Platform.Petitions.Site;

/// <summary>A message of the contact form, to one of those who read it.</summary>
internal sealed class ContactMail(PetitionsDb db, Localiser localiser, Catalogue catalogue) : IMailWriter
{
    public string Kind => MailKind.ContactMessage;

    public async Task<Letter?> WriteAsync(OutboxMail mail, CancellationToken ct)
    {
        var reader = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == mail.Subject, ct);
        if (reader?.Email is not { } address || !Guid.TryParse(mail.Detail, out var id)
            || await db.ContactMessages.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, ct) is not { } message)
        {
            return null;
        }

        var language = catalogue.Find(reader.Language) ?? catalogue.Default;
        var text = localiser.For(language);
        var facts = new[] { ("contact-mail.petition", message.Petition), ("contact-mail.browser", message.Browser) }
            .Where(fact => !string.IsNullOrEmpty(fact.Item2))
            .Select(fact => text[fact.Item1, ("value", Letter.Escape(fact.Item2))]);
        return new Letter
        {
            To = address,
            ToName = reader.Name,
            Language = language,
            Subject = text["contact-mail.subject"],
            Body = string.Join("\n\n", [text[message.Email is null ? "contact-mail.no-address" : "contact-mail.reply"], Letter.Quote(message.Text), .. facts]),
            Why = text["contact-mail.why"],
            ReplyTo = message.Email,
        };
    }
}
