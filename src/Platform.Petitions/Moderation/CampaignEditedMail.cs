using Microsoft.EntityFrameworkCore;
using Platform.Core.Mail;
using Platform.Core.Tenancy;
using Platform.Core.Text;
using Platform.Petitions.Outbox;

namespace Platform.Petitions.Moderation;

/// <summary>Tells the organiser that staff changed the wording, or what became of a correction.</summary>
internal sealed class CampaignEditedMail(PetitionsDb db, Localiser localiser, Catalogue catalogue, Links links) : IMailWriter
{
    public string Kind => MailKind.CampaignEdited;

    public async Task<Letter?> WriteAsync(OutboxMail mail, CancellationToken ct)
    {
        var organiser = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == mail.Subject, ct);
        var campaign = await db.Campaigns.AsNoTracking().Include(c => c.Texts).SingleOrDefaultAsync(c => c.Id == mail.CampaignId, ct);
        if (organiser?.Email is not { } address || campaign is null)
        {
            return null;
        }

        var language = catalogue.Find(organiser.Language) ?? catalogue.Default;
        var text = localiser.For(language);
        var key = mail.Detail switch
        {
            "CorrectionApproved" => "moderation-mail.correction-approved",
            "CorrectionRefused" => "moderation-mail.correction-refused",
            _ => "moderation-mail.edited",
        };
        var organisation = await db.Organisations.Where(o => o.Id == campaign.TenantId).Select(o => o.Slug).SingleAsync(ct);
        var title = campaign.Texts.Where(t => t.Language == campaign.Language).MaxBy(t => t.Version)?.Title ?? "";
        return new Letter
        {
            To = address,
            ToName = organiser.Name,
            Language = language,
            Subject = text[key + "-subject", ("title", title)],
            Body = text[key + "-body", ("title", Letter.Escape(title))] + await ReasonAsync(mail, ct),
            Button = new LetterButton(text["moderation-mail.open"], links.Organisation($"{organisation}/desk/campaigns/{campaign.Id}")),
            Why = text["moderation-mail.why"],
        };
    }

    /// <summary>The words of a refusal stand in the audit log, so that the outbox carries none.</summary>
    private async Task<string> ReasonAsync(OutboxMail mail, CancellationToken ct)
    {
        if (mail.Detail != "CorrectionRefused")
        {
            return "";
        }

        var line = await db.Audit.Where(a => a.CampaignId == mail.CampaignId && a.Action == "campaign.correction-refused").OrderByDescending(a => a.Id).Select(a => a.Detail).FirstOrDefaultAsync(ct);
        return line is null ? "" : "\n\n" + Letter.Quote(line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..]);
    }
}
