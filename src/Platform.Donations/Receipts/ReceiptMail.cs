using Microsoft.EntityFrameworkCore;
using Platform.Core.Mail;
using Platform.Core.Modules;
using Platform.Core.Text;
using Platform.Donations.Amounts;
using Platform.Donations.Giving;

namespace Platform.Donations.Receipts;

/// <summary>What was given to whom and when, with the link to look after it.</summary>
internal sealed class ReceiptMail(DonationsDb db, ICampaignDirectory campaigns, GiftLinks gifts, Catalogue catalogue) : ILetterWriter
{
    public const string Name = "gift-receipt";

    public string Kind => Name;

    public async Task<Letter?> WriteAsync(MailCause cause, CancellationToken ct)
    {
        if (await db.Donations.AsNoTracking().SingleOrDefaultAsync(d => d.Id == cause.Subject, ct) is not { PaidAt: { } paid, GiverEmail: { } to } gift
            || await db.Settings.AsNoTracking().SingleOrDefaultAsync(ct) is not { } settings)
        {
            return null;
        }

        var texts = new Localiser(catalogue) { Language = catalogue.Find(gift.Language) ?? catalogue.Default };
        var campaign = gift.CampaignId is { } id ? await campaigns.FindAsync(id, gift.Language, ct) : null;
        var (amount, recipient) = (Money.Text(texts.Formats, gift.Total, gift.Currency), settings.PurposeIn(gift.Language)?.Recipient ?? "");
        var lines = new[]
        {
            texts["giving.receipt-first", ("amount", amount), ("recipient", Letter.Escape(recipient))],
            texts["giving.receipt-date", ("date", texts.Formats.Date(paid, TimeZoneInfo.Utc))],
            campaign is null ? null : texts["giving.receipt-campaign", ("title", Letter.Escape(campaign.Title))],
            settings.PurposeIn(gift.Language) is { } purpose ? Letter.Escape(purpose.Purpose) : null,
            texts["giving.receipt-number", ("number", gift.Id.ToString("N")[..12].ToUpperInvariant())],
            texts[gift.Monthly ? "giving.receipt-monthly" : "giving.receipt-once"],
        };
        return new Letter
        {
            To = to,
            ToName = gift.GiverName,
            Language = texts.Language,
            Subject = texts["giving.receipt-subject", ("amount", amount), ("recipient", recipient)],
            Body = string.Join("\n\n", lines.OfType<string>()),
            Button = new LetterButton(texts[gift.Monthly ? "giving.manage-monthly" : "giving.manage-once"], gifts.ManageAddress(gift, campaign)),
            Why = texts["giving.receipt-why"],
        };
    }
}
