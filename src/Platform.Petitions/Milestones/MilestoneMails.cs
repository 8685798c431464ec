using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Mail;
using Platform.Core.Tenancy;
using Platform.Core.Text;
using Platform.Petitions.News;
using Platform.Petitions.Outbox;
using Platform.Petitions.Signing;

namespace Platform.Petitions.Milestones;

/// <summary>At once, to the organiser.</summary>
internal sealed class MilestoneForOrganiserMail(PetitionsDb db, CampaignGate gate, Links links, Localiser texts, Catalogue catalogue) : IMailWriter
{
    public string Kind => MailKind.MilestoneForOrganiser;

    public async Task<Letter?> WriteAsync(OutboxMail mail, CancellationToken ct)
    {
        var campaign = await gate.FindAsync(mail.Subject, ct);
        var organiser = await db.Users.AsNoTracking()
            .Where(u => db.Campaigns.Any(c => c.Id == mail.Subject && c.CreatedBy == u.Id) && u.EmailConfirmed && u.SuspendedAt == null).SingleOrDefaultAsync(ct);
        if (campaign is null || organiser?.Email is null)
        {
            return null;
        }

        var speaking = texts.For(catalogue.Find(organiser.Language) ?? catalogue.Default);
        var title = campaign.TitleIn(speaking.Language.Code);
        var milestone = long.Parse(mail.Detail!, CultureInfo.InvariantCulture);
        return new Letter
        {
            To = organiser.Email,
            ToName = organiser.Name,
            Language = speaking.Language,
            Subject = speaking["mail.milestone-organiser.subject", ("milestone", milestone), ("title", title)],
            Body = speaking["mail.milestone-organiser.body", ("milestone", milestone), ("title", Letter.Escape(title))],
            Button = new LetterButton(speaking["mail.milestone-organiser.button"], links.Organisation($"{campaign.OrganisationSlug}/desk/campaigns/{campaign.Id}")),
            Why = speaking["mail.milestone-organiser.why", ("title", title)],
        };
    }
}

/// <summary>Spread over the night, to signers who asked for updates.</summary>
internal sealed class MilestoneForSignerMail(NewsLetters news) : IMailWriter
{
    public string Kind => MailKind.MilestoneForSigner;

    public Task<Letter?> WriteAsync(OutboxMail mail, CancellationToken ct) => news.WriteAsync(
        mail,
        found => found.Write("milestone-signer", ("milestone", long.Parse(mail.Detail!, CultureInfo.InvariantCulture))) with
        {
            Button = new LetterButton(found.Texts["mail.see-petition"], found.Link("?from=milestone")),
        },
        ct);
}
