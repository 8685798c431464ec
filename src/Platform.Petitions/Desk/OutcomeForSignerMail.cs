using Microsoft.EntityFrameworkCore;
using Platform.Core.Mail;
using Platform.Petitions.Campaigns;
using Platform.Petitions.News;
using Platform.Petitions.Outbox;

namespace Platform.Petitions.Desk;

/// <summary>What came of a petition, as its organisers say it when the mail leaves.</summary>
internal sealed class OutcomeForSignerMail(PetitionsDb db, NewsLetters news) : IMailWriter
{
    private Campaign? known;

    public string Kind => MailKind.OutcomeForSigner;

    public async Task<Letter?> WriteAsync(OutboxMail mail, CancellationToken ct)
    {
        known = known?.Id == mail.CampaignId ? known : await db.Campaigns.AsNoTracking().SingleOrDefaultAsync(c => c.Id == mail.CampaignId, ct);
        return known is { Outcome: { } outcome } campaign ? await news.WriteAsync(mail, found =>
        {
            var letter = found.Write("outcome-signer");
            return letter with
            {
                Body = $"{letter.Body}\n\n**{Letter.Escape(found.Texts["campaign-page.outcome-" + outcome.ToString().ToLowerInvariant()])}**\n\n{Letter.Quote(campaign.OutcomeWords)}",
                Button = new LetterButton(found.Texts["mail.see-petition"], found.Link("?from=outcome")),
            };
        }, ct) : null;
    }
}
