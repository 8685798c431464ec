using Microsoft.EntityFrameworkCore;
using Platform.Core.Mail;
using Platform.Core.Tenancy;
using Platform.Core.Text;
using Platform.Petitions.Confirming;
using Platform.Petitions.Outbox;
using Platform.Petitions.Signing;

namespace Platform.Petitions.Signatures;

/// <summary>What every mail to a signer is written from.</summary>
public sealed record SignatureLetter(Signature Signature, GateCampaign Campaign, Localiser Texts, string Title, Func<string, Uri> Link, Func<TokenPurpose, string> Token)
{
    public Uri Page => Link("");

    /// <summary>A letter to this signer with what all of them share.</summary>
    public Letter Write(string kind, params (string Name, object? Value)[] values)
    {
        (string, object?)[] all = [("title", Letter.Escape(Title)), ("name", Letter.Escape(Signature.Name)), ("organisation", Letter.Escape(Campaign.Organisation)), .. values];
        return new Letter
        {
            To = Signature.Email!,
            ToName = Signature.Name,
            Language = Texts.Language,
            Subject = Texts[$"mail.{kind}.subject", [("title", Title), ("organisation", Campaign.Organisation), .. values]],
            Body = Texts[$"mail.{kind}.body", all],
            Why = Texts[$"mail.{kind}.why", ("title", Title), ("organisation", Campaign.Organisation)],
        };
    }
}

/// <summary>Loads a signature and its campaign for a mail, in the signer's language.</summary>
public sealed class SignatureLetters(PetitionsDb db, CampaignGate gate, SignatureTokens tokens, Links links, Localiser texts, Catalogue catalogue)
{
    private readonly Dictionary<Guid, Signature> loaded = [];
    private GateCampaign? known;

    /// <summary>Reads many signatures of a campaign at once; those that are found are not asked for again in this scope.</summary>
    public async Task LoadAsync(Guid campaign, Guid[] ids, CancellationToken ct)
    {
        known = await gate.FindAsync(campaign, ct);
        foreach (var signature in await db.Signatures.AsNoTracking().Where(s => s.CampaignId == campaign && ids.Contains(s.Id)).ToListAsync(ct))
        {
            loaded[signature.Id] = signature;
        }
    }

    /// <returns>Null when the signature is gone or its address was erased.</returns>
    public async Task<SignatureLetter?> FindAsync(OutboxMail mail, CancellationToken ct)
    {
        var signature = loaded.GetValueOrDefault(mail.Subject)
            ?? await db.Signatures.AsNoTracking().SingleOrDefaultAsync(s => s.CampaignId == mail.CampaignId && s.Id == mail.Subject, ct);
        var campaign = known is not null && known.Id == mail.CampaignId ? known : mail.CampaignId is { } id ? await gate.FindAsync(id, ct) : null;
        if (signature?.Email is null || campaign is null)
        {
            return null;
        }

        var speaking = texts.For(catalogue.Find(signature.Language) ?? catalogue.Default);
        return new SignatureLetter(
            signature, campaign, speaking, campaign.TitleIn(speaking.Language.Code),
            below => links.Campaign(campaign.OrganisationSlug, campaign.Slug, below),
            purpose => tokens.Make(purpose, signature.Id, signature.Seed));
    }
}
