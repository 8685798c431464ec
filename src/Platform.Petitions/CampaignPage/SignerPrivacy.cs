using Microsoft.EntityFrameworkCore;
using Platform.Core.Text;
using Platform.Petitions.Signatures;

namespace Platform.Petitions.CampaignPage;

/// <summary>What strangers may know of signers. A name leaves here only shortened, and only when campaign and signer both want it.</summary>
internal static class SignerPrivacy
{
    public static IQueryable<Signature> Counted(this PetitionsDb db, Guid campaign) => db.Signatures.AsNoTracking()
        .Where(s => s.CampaignId == campaign && s.Number != null && s.State == SignatureState.Confirmed && !s.Testing);

    /// <param name="shown">The campaign shows names.</param>
    /// <param name="wants">The signer wants to be shown, and was not erased.</param>
    public static string? Name(bool shown, bool wants, string name) => shown && wants && DisplayName.From(name) is { Length: > 0 } brief ? brief : null;

    public static string? Country(bool shown, string country) => shown && country.Length > 0 ? country : null;
}
