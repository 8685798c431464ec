using System.Net;
using System.Security.Cryptography;
using System.Text;
using Platform.Core.Text;
using Platform.Petitions.Abuse;
using Platform.Petitions.Challenges;
using Platform.Petitions.Confirming;
using Platform.Petitions.Signatures;
using Platform.Petitions.Site;

namespace Platform.Petitions.Signing;

/// <summary>Turns a valid form into a row and waits until it is durable. The one way in, by MVC and by the lane.</summary>
public sealed class SignCampaign(
    SignatureWriter writer, Admission admission, ProofCheck proofs, AttackWatch attacks, Fingerprints fingerprints, Catalogue catalogue, SiteSwitches switches, TimeProvider clock)
{
    /// <param name="language">Of the page that was read; mails speak it.</param>
    /// <returns>Null when too many sign at once: the caller says so with 503 and Retry-After.</returns>
    public async Task<SignAnswer?> RunAsync(SignForm form, GateCampaign campaign, Language language, IPAddress? ip)
    {
        if (switches.SigningPaused)
        {
            return SignAnswer.Closed;
        }

        var email = form.Address!;
        var fingerprint = fingerprints.Of(email);
        var admittance = admission.Judge(campaign.Id, email, fingerprint, ip);
        if (admittance == Admittance.Nowhere)
        {
            return SignAnswer.Known;
        }

        if (admittance == Admittance.Accepted && campaign.IsChallenged(clock.GetUtcNow()))
        {
            if (await proofs.PassesAsync(form, campaign.Id, fingerprint) is not { } proven)
            {
                return null;
            }

            admittance = proven ? Admittance.Accepted : Admittance.SetAside;
        }

        if (admittance == Admittance.SetAside)
        {
            attacks.Note(campaign.Id);
        }

        var row = new SignatureRow
        {
            TenantId = campaign.TenantId,
            CampaignId = campaign.Id,
            State = admittance == Admittance.SetAside ? SignatureState.Quarantined : SignatureState.Pending,
            Name = form.Name!,
            NameKey = SignForm.NameKey(form.Name!),
            Email = email.Address,
            Fingerprint = fingerprint,
            Country = form.Country is { Length: 2 } country ? country : campaign.Country ?? "",
            Postcode = campaign.AsksPostcode && AsksPostcodeIn(campaign, form.Country) && form.Postcode is { Length: > 0 } postcode ? postcode : null,
            Reason = form.Reason is { Length: > 0 } reason ? reason : null,
            ShowName = form.ShowName && campaign.PublicNames,
            WantsUpdates = form.WantsUpdates,
            ConsentHash = form.WantsUpdates ? ConsentHash(new Localiser(catalogue) { Language = language }, campaign.Organisation) : null,
            Language = language.Code,
            TextVersion = campaign.WordingOf(form.Wording, language.Code),
            Source = form.From,
            Seed = SignatureTokens.NewSeed(),
            Ip = ip,
            CoSponsor = form.Key is not null,
        };
        return writer.TryWrite(row) is { } answer ? await answer : null;
    }

    /// <summary>Another country than the campaign's removes the postcode, and the server then keeps none.</summary>
    public static bool AsksPostcodeIn(GateCampaign campaign, string? country) =>
        campaign.Country is null || string.IsNullOrEmpty(country) || country == campaign.Country;

    /// <summary>SHA-256 of the very words the box stood beside.</summary>
    public static byte[] ConsentHash(Localiser texts, string organisation) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(texts["signing.wants-updates", ("organisation", organisation)] + "\n" + texts["signing.wants-updates-hint"]));
}
