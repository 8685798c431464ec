using Microsoft.EntityFrameworkCore;
using Platform.Core.Mail;
using Platform.Core.Modules;
using Platform.Core.Text;
using Platform.Donations.Amounts;
using Platform.Donations.Giving;

namespace Platform.Donations.StripeWebhook;

/// <summary>A mail to a giver about what became of a gift, in the giver's language, with the link to look after it.</summary>
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
        var values = new (string, object?)[]
        {
            ("amount", Money.Text(texts.Formats, Amount(gift), gift.Currency)), ("recipient", settings.PurposeIn(gift.Language)?.Recipient ?? ""),
        };
        return new Letter
        {
            To = to,
            ToName = gift.GiverName,
            Language = texts.Language,
            Subject = texts[$"giving.mail.{kind}-subject", values],
            Body = texts[$"giving.mail.{kind}-body", [values[0], ("recipient", Letter.Escape((string?)values[1].Item2))]],
            Button = new LetterButton(texts["giving.mail.look-after"], parts.Gifts.ManageAddress(gift, campaign)),
            Why = texts["giving.mail.why"],
        };
    }

    protected virtual long Amount(Donation gift) => gift.Total;

    /// <summary>Between laying and sending the world may have changed.</summary>
    protected abstract bool StillTrue(Donation gift);
}

internal sealed record GiverMailParts(DonationsDb Db, ICampaignDirectory Campaigns, GiftLinks Gifts, Catalogue Catalogue);

/// <summary>Money went back, all or a part: pressed at the desk or in Stripe's own pages.</summary>
internal sealed class GiftRefundedMail(GiverMailParts parts) : GiverMail(Name, parts)
{
    public const string Name = "gift-refunded";

    protected override long Amount(Donation gift) => gift.Refunded;

    protected override bool StillTrue(Donation gift) => gift.Refunded > 0;
}

/// <summary>The card of a monthly gift was refused, for example because it has expired.</summary>
internal sealed class RenewalFailedMail(GiverMailParts parts) : GiverMail(Name, parts)
{
    public const string Name = "gift-renewal-failed";

    protected override bool StillTrue(Donation gift) => gift.PaidAt is null;
}

/// <summary>A bank debit that was under way for days did not come.</summary>
internal sealed class DebitFailedMail(GiverMailParts parts) : GiverMail(Name, parts)
{
    public const string Name = "gift-debit-failed";

    protected override bool StillTrue(Donation gift) => gift.PaidAt is null;
}

internal sealed class MonthlyStoppedMail(GiverMailParts parts) : GiverMail(Name, parts)
{
    public const string Name = "gift-monthly-stopped";

    protected override bool StillTrue(Donation gift) => gift.MonthlyStage == MonthlyStage.Stopped;
}
