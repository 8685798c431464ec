using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Core.Mail;
using Platform.Core.Modules;
using Platform.Core.Tenancy;
using Platform.Core.Text;
using Platform.Donations.Amounts;

namespace Platform.Donations.StripeWebhook;

/// <summary>A mail to one owner of an organisation about its money, or to one of the platform's admins about the platform's. The cause's detail is the person.</summary>
internal abstract class OwnerMail(string kind, OwnerMailParts parts) : ILetterWriter
{
    public string Kind => kind;

    public async Task<Letter?> WriteAsync(MailCause cause, CancellationToken ct)
    {
        var organisation = await parts.Campaigns.OrganisationAsync(ct);
        if (!Guid.TryParse(cause.Detail, out var id) || await parts.Owners.FindAsync(id, ct) is not { } owner || (organisation is null && cause.TenantId != PlatformGifts.Id))
        {
            return null;
        }

        var gift = await parts.Db.Donations.AsNoTracking().SingleOrDefaultAsync(d => d.Id == cause.Subject, ct);
        var texts = new Localiser(parts.Catalogue) { Language = parts.Catalogue.Find(owner.Language) ?? parts.Catalogue.Default };
        var stage = gift is null ? "" : $"-{gift.Dispute.ToString().ToLowerInvariant()}";
        var key = $"desk.giving-mail-{kind}{(kind == GiftDisputedMail.Name ? stage : "")}";
        var name = organisation?.Name ?? texts["layout.name"];
        return new Letter
        {
            To = owner.Email,
            ToName = owner.Name,
            Language = texts.Language,
            Subject = texts[$"{key}-subject", ("organisation", name)],
            Body = texts[$"{key}-body", ("amount", gift is null ? "" : Money.Text(texts.Formats, gift.Total, gift.Currency))],
            Button = new LetterButton(texts["desk.giving-mail-open"], parts.Links.To(organisation is null ? "/admin/giving" : $"/{organisation.Slug}/desk/gifts")),
            Why = texts["desk.giving-mail-why", ("organisation", name)],
        };
    }
}

internal sealed record OwnerMailParts(DonationsDb Db, IOwners Owners, ICampaignDirectory Campaigns, Links Links, Catalogue Catalogue);

/// <summary>A giver's bank asks for the money back, or has decided.</summary>
internal sealed class GiftDisputedMail(OwnerMailParts parts) : OwnerMail(Name, parts)
{
    public const string Name = "gift-disputed";
}

/// <summary>What was given back did not reach the giver.</summary>
internal sealed class RefundFailedMail(OwnerMailParts parts) : OwnerMail(Name, parts)
{
    public const string Name = "gift-refund-failed";
}

internal sealed class PayoutFailedMail(OwnerMailParts parts) : OwnerMail(Name, parts)
{
    public const string Name = "payout-failed";
}

/// <summary>The account takes no charges any more: Stripe stopped them, or somebody took the platform's access away.</summary>
internal sealed class AccountStoppedMail(OwnerMailParts parts) : OwnerMail(Name, parts)
{
    public const string Name = "giving-account-stopped";
}

/// <summary>The daily comparison with Stripe found something new.</summary>
internal sealed class DifferencesMail(OwnerMailParts parts) : OwnerMail(Name, parts)
{
    public const string Name = "giving-differences";
}
