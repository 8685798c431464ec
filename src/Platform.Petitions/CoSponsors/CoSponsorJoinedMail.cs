using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Mail;
using Platform.Core.Tenancy;
using Platform.Core.Text;
using Platform.Petitions.Outbox;

namespace Platform.Petitions.CoSponsors;

/// <summary>To the organiser, for each co-sponsor on the way to enough.</summary>
internal sealed class CoSponsorJoinedMail(PetitionsDb db, CoSponsoring coSponsoring, Links links, Localiser texts, Catalogue catalogue) : IMailWriter
{
    public string Kind => MailKind.CoSponsorJoined;

    public async Task<Letter?> WriteAsync(OutboxMail mail, CancellationToken ct)
    {
        var campaign = await db.Campaigns.AsNoTracking().Include(c => c.Texts).SingleOrDefaultAsync(c => c.Id == mail.CampaignId, ct);
        var name = await db.Signatures.Where(s => s.CampaignId == mail.CampaignId && s.Id == mail.Subject).Select(s => s.Name).SingleOrDefaultAsync(ct);
        var organiser = campaign is null ? null : await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == campaign.CreatedBy && u.SuspendedAt == null, ct);
        if (campaign is null || name is null || organiser?.Email is null)
        {
            return null;
        }

        var speaking = texts.For(catalogue.Find(organiser.Language) ?? catalogue.Default);
        var organisation = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == campaign.TenantId, ct);
        var (count, needed) = (long.Parse(mail.Detail!, CultureInfo.InvariantCulture), await coSponsoring.NeededAsync(ct));
        return new Letter
        {
            To = organiser.Email,
            ToName = organiser.Name,
            Language = speaking.Language,
            Subject = speaking["mail.co-sponsor.subject", ("count", count), ("needed", needed), ("title", campaign.Title)],
            Body = speaking["mail.co-sponsor.body", ("name", Letter.Escape(name)), ("title", Letter.Escape(campaign.Title)), ("count", count), ("needed", needed)],
            Button = new LetterButton(speaking["mail.moved.open-desk"], links.Organisation($"{organisation.Slug}/desk/campaigns/{campaign.Id}")),
            Why = speaking["mail.moved.why", ("title", campaign.Title), ("organisation", organisation.Name)],
        };
    }
}
