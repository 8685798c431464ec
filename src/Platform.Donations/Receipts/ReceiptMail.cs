using Platform.Core.Mail;
using Platform.Donations.Giving;

namespace Platform.Donations.Receipts;

/// <summary>What was given to whom and when, with the link to look after it.</summary>
internal sealed class ReceiptMail(GiverMailParts parts) : GiverMail(Name, parts)
{
    public const string Name = "gift-receipt";

    protected override string Key => "giving.receipt";

    protected override string WhyKey => "giving.receipt-why";

    protected override string Press(Donation gift) => gift.Monthly ? "giving.manage-monthly" : "giving.manage-once";

    protected override string Body(GiverWords told)
    {
        var (gift, texts) = (told.Gift, told.Texts);
        return string.Join("\n\n", new[]
        {
            texts["giving.receipt-first", ("amount", told.Amount), ("recipient", Letter.Escape(told.Recipient))],
            texts["giving.receipt-date", ("date", texts.Formats.Date(gift.PaidAt!.Value, TimeZoneInfo.Utc))],
            told.Campaign is { } campaign ? texts["giving.receipt-campaign", ("title", Letter.Escape(campaign.Title))] : null,
            told.Purpose is { } purpose ? Letter.Escape(purpose.Purpose) : null,
            texts["giving.receipt-number", ("number", gift.Id.ToString("N")[..12].ToUpperInvariant())],
            texts[gift.Monthly ? "giving.receipt-monthly" : "giving.receipt-once"],
        }.OfType<string>());
    }

    protected override bool StillTrue(Donation gift) => gift.PaidAt is not null;
}
