using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Mail;
using Platform.Core.Tenancy;
using Platform.Core.Text;
using Platform.Petitions.Outbox;

namespace Platform.Petitions.Moderation;

/// <summary>Tells the organiser that staff changed the wording, or what became of a correction or a translation. Its detail is what happened, and to which version.</summary>
internal sealed class CampaignEditedMail(PetitionsDb db, Localiser localiser, Catalogue catalogue, Links links) : IMailWriter
{
    public const string Approved = "Approved";
    public const string Refused = "Refused";

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
        var (happened, version) = mail.Detail?.Split(' ') is [var first, var second] ? (first, int.Parse(second, CultureInfo.InvariantCulture)) : ("Edited", 0);
        var wording = campaign.Texts.SingleOrDefault(t => t.Version == version);
        var about = wording is not null && campaign.IsTranslation(wording) ? "translation" : "correction";
        var key = happened switch
        {
            Approved => $"moderation-mail.{about}-approved",
            Refused => $"moderation-mail.{about}-refused",
            _ => "moderation-mail.edited",
        };
        var organisation = await db.Organisations.Where(o => o.Id == campaign.TenantId).Select(o => o.Slug).SingleAsync(ct);
        var desk = $"{organisation}/desk/campaigns/{campaign.Id}";
        var title = campaign.NewestIn(campaign.Language)?.Title ?? "";
        var spoken = wording is null ? "" : text["language." + wording.Language];
        return new Letter
        {
            To = address,
            ToName = organiser.Name,
            Language = language,
            Subject = text[key + "-subject", ("title", title), ("language", spoken)],
            Body = text[key + "-body", ("title", Letter.Escape(title)), ("language", spoken)] + (happened == Refused ? await ReasonAsync(mail, version, ct) : ""),
            Button = new LetterButton(text["moderation-mail.open"], links.Organisation(happened == Refused && wording is not null ? $"{desk}/texts/{wording.Language}" : desk)),
            Why = text["moderation-mail.why"],
        };
    }

    /// <summary>The words of a refusal stand in the audit log, so that the outbox carries none.</summary>
    private async Task<string> ReasonAsync(OutboxMail mail, int version, CancellationToken ct)
    {
        var begin = string.Create(CultureInfo.InvariantCulture, $"version {version}: ");
        var line = await db.Audit.Where(a => a.CampaignId == mail.CampaignId && a.Action == "campaign.correction-refused" && a.Detail!.StartsWith(begin)).OrderByDescending(a => a.Id).Select(a => a.Detail).FirstOrDefaultAsync(ct);
        return line is null ? "" : "\n\n" + Letter.Quote(line[begin.Length..]);
    }
}
