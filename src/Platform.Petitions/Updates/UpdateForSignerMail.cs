using Microsoft.EntityFrameworkCore;
using Platform.Core.Mail;
using Platform.Petitions.News;
using Platform.Petitions.Outbox;

namespace Platform.Petitions.Updates;

/// <summary>An update as it was written, in a frame of the signer's language. One that was taken back or hidden is told to nobody else.</summary>
internal sealed class UpdateForSignerMail(PetitionsDb db, NewsLetters news) : IMailWriter
{
    private CampaignUpdate? known;

    public string Kind => MailKind.UpdateForSigner;

    public async Task<Letter?> WriteAsync(OutboxMail mail, CancellationToken ct)
    {
        var id = Guid.Parse(mail.Detail!);
        known = known?.Id == id ? known : await db.Updates.AsNoTracking().SingleOrDefaultAsync(u => u.CampaignId == mail.CampaignId && u.Id == id, ct);
        return known is { IsPublic: true } update ? await news.WriteAsync(mail, found => found.Write("update-signer") with
        {
            Subject = update.Title,
            Told = new LetterTold(update.Body, update.Language, update.Direction == "rtl"),
            Button = new LetterButton(found.Texts["mail.read-update"], found.Link($"/updates/{update.Number}?lang={found.Texts.Language.Code}")),
        }, ct) : null;
    }
}
