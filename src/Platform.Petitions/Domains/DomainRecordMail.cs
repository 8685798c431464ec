using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Core.Mail;
using Platform.Core.Tenancy;
using Platform.Core.Text;
using Platform.Petitions.Outbox;

namespace Platform.Petitions.Domains;

/// <summary>To each owner: the record of their domain is gone, and by when it has to be back; or that the domain is lost. Which of the two is what is true when it is sent.</summary>
internal sealed class DomainRecordMail(PetitionsDb db, IOwners owners, Links links, Catalogue catalogue, Localiser localiser) : IMailWriter
{
    public string Kind => MailKind.DomainRecord;

    public async Task<Letter?> WriteAsync(OutboxMail mail, CancellationToken ct)
    {
        if (await owners.FindAsync(mail.Subject, ct) is not { } owner || await db.DomainClaims.AsNoTracking().SingleOrDefaultAsync(ct) is not { } claim || (claim.MissingSince ?? claim.LostAt) is null)
        {
            return null;
        }

        var organisation = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == claim.TenantId, ct);
        var texts = localiser.For(catalogue.Find(owner.Language) ?? catalogue.Default);
        var which = claim.LostOn is null ? "lost" : "missing";
        var last = claim.LostOn is { } day ? texts.Formats.Date(day, TimeZoneInfo.Utc) : "";
        return new Letter
        {
            To = owner.Email,
            ToName = owner.Name,
            Language = texts.Language,
            Subject = texts[$"account.domain-mail-{which}-subject", ("domain", claim.Host)],
            Body = texts[$"account.domain-mail-{which}-body", ("domain", Letter.Escape(claim.Host)), ("record", Letter.Escape(claim.RecordName)), ("date", last)],
            Button = new LetterButton(texts["account.domain-mail-open"], links.To($"/{organisation.Slug}/desk/domain")),
            Why = texts["account.domain-mail-why", ("organisation", organisation.Name)],
        };
    }
}
