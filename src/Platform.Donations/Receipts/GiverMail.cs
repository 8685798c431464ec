using Microsoft.EntityFrameworkCore;
using Platform.Core.Mail;
using Platform.Core.Modules;
using Platform.Core.Text;
using Platform.Donations.Amounts;
using Platform.Donations.DonationSettings;
using Platform.Donations.Giving;

namespace Platform.Donations.Receipts;

/// <summary>A mail to a giver about a gift, in the giver's language, with the link to look after it.</summary>
internal abstract class GiverMail(string kind, GiverMailParts parts) : ILetterWriter
{
    public string Kind => kind;

    public async Task<Letter?> WriteAsync(MailCause cause, CancellationToken ct)
    {
        var gift = await parts.Db.Donations.AsNoTracking().SingleOrDefaultAsync(d => d.Id == cause.Subject, ct);
        var settings = await parts.Db.Settings.AsNoTracking().SingleOrDefaultAsync(ct);
        if (gift is not { GiverEmail: { } to } || settings is null || !StillTrue(gift))
        {
            return null;
        }

        var texts = new Localiser(parts.Catalogue) { Language = parts.Catalogue.Find(gift.Language) ?? parts.Catalogue.Default };
        var campaign = gift.CampaignId is { } id ? await parts.Campaigns.FindAsync(id, gift.Language, ct) : null;
        var told = new GiverWords(gift, campaign, settings.PurposeIn(gift.Language), texts, Money.Text(texts.Formats, Amount(gift), gift.Currency));
        return new Letter
        {
            To = to,
            ToName = gift.GiverName,
            Language = texts.Language,
            Subject = texts[Key + "-subject", ("amount", told.Amount), ("recipient", told.Recipient)],
            Body = Body(told),
            Button = new LetterButton(texts[Press(gift)], parts.Gifts.ManageAddress(gift, campaign)),
            Why = texts[WhyKey],
        };
    }

    protected virtual string Key => $"giving.mail.{kind}";

    protected virtual string WhyKey => "giving.mail.why";

    protected virtual long Amount(Donation gift) => gift.Total;

    protected virtual string Body(GiverWords told) => told.Texts[Key + "-body", ("amount", told.Amount), ("recipient", Letter.Escape(told.Recipient))];

    protected virtual string Press(Donation gift) => "giving.mail.look-after";

    /// <summary>Between laying and sending the world may have changed.</summary>
    protected abstract bool StillTrue(Donation gift);
}

internal sealed record GiverMailParts(DonationsDb Db, ICampaignDirectory Campaigns, GiftLinks Gifts, Catalogue Catalogue);

/// <param name="Campaign">Null for a gift to the platform.</param>
/// <param name="Purpose">Null while nothing was said.</param>
/// <param name="Amount">What the mail is about, as text.</param>
internal sealed record GiverWords(Donation Gift, CampaignEntry? Campaign, GivingPurpose? Purpose, Localiser Texts, string Amount)
{
    public string Recipient => Purpose?.Recipient ?? "";
}
