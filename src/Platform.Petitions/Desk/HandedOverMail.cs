using Microsoft.EntityFrameworkCore;
using Platform.Core.Mail;
using Platform.Core.Tenancy;
using Platform.Core.Text;
using Platform.Petitions.Outbox;

namespace Platform.Petitions.Desk;

/// <summary>To who answered for a campaign and to who does now.</summary>
internal sealed class HandedOverMail(PetitionsDb db, Links links, Localiser texts, Catalogue catalogue) : IMailWriter
{
    public string Kind => MailKind.CampaignHandedOver;

    public async Task<Letter?> WriteAsync(OutboxMail mail, CancellationToken ct)
    {
        var campaign = await db.Campaigns.AsNoTracking().Include(c => c.Texts).SingleOrDefaultAsync(c => c.Id == mail.CampaignId, ct);
        var person = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == mail.Subject && u.SuspendedAt == null, ct);
        if (campaign is null || person?.Email is null)
        {
            return null;
        }

        var holder = await db.Users.Where(u => u.Id == campaign.CreatedBy).Select(u => u.Name).SingleAsync(ct);
        var speaking = texts.For(catalogue.Find(person.Language) ?? catalogue.Default);
        var title = campaign.DraftIn(campaign.Language)?.Title is { Length: > 0 } words ? words : "…";
        var organisation = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == campaign.TenantId, ct);
        return new Letter
        {
            To = person.Email,
            ToName = person.Name,
            Language = speaking.Language,
            Subject = speaking[$"mail.handed-over-{mail.Detail}.subject", ("title", title)],
            Body = speaking[$"mail.handed-over-{mail.Detail}.body", ("title", Letter.Escape(title)), ("name", Letter.Escape(holder)), ("organisation", Letter.Escape(organisation.Name))],
            Button = mail.Detail == "received" ? new LetterButton(speaking["mail.moved.open-desk"], links.Organisation($"{organisation.Slug}/desk/campaigns/{campaign.Id}")) : null,
            Why = speaking["mail.handed-over.why", ("organisation", organisation.Name)],
        };
    }
}
