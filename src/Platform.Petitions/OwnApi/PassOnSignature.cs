using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Text;
using Platform.Petitions.ApiKeys;
using Platform.Petitions.Secrets;
using Platform.Petitions.Signing;
using Platform.Petitions.Site;

namespace Platform.Petitions.OwnApi;

public enum PassedOn
{
    MailSent,

    /// <summary>The same word came with something else before.</summary>
    OtherRequest,
    NoSuchCampaign,
    NotOpen,

    /// <summary>The petition asks for a statement that was not made.</summary>
    NotEligible,

    /// <summary>Too many at once, or signing rests.</summary>
    Later,
}

/// <summary>
/// Signs on behalf of somebody, the same way in as the form's: the mail to confirm goes out, limits and lists hold, and nothing counts without
/// the mailbox. Noted as done after it is durable: a repeat that finds no note signs again, which one address can do once only.
/// </summary>
public sealed class PassOnSignature(PetitionsDb db, CampaignGate gate, SignCampaign sign, CurrentKey key, Keyring keyring, Catalogue catalogue, SiteSwitches switches, TimeProvider clock)
{
    /// <param name="form">Valid.</param>
    /// <param name="word">The program's own name for this request.</param>
    public async Task<PassedOn> RunAsync(Guid id, SignForm form, string word, CancellationToken ct)
    {
        var hash = keyring.For("signing-request").Sign(JsonSerializer.SerializeToUtf8Bytes(new { id, form.Name, form.Email, form.Country, form.Postcode, form.Reason, form.ShowName, form.WantsUpdates, form.Eligible, form.Lang, form.From }));
        if (await KnownAsync(word, ct) is { } known)
        {
            return known.AsSpan().SequenceEqual(hash) ? PassedOn.MailSent : PassedOn.OtherRequest;
        }

        if (await gate.FindAsync(id, ct) is not { } campaign)
        {
            return PassedOn.NoSuchCampaign;
        }

        if (switches.SigningPaused)
        {
            return PassedOn.Later;
        }

        if (!campaign.IsOpen(clock.GetUtcNow()))
        {
            return PassedOn.NotOpen;
        }

        if (form.LacksStatement(campaign))
        {
            return PassedOn.NotEligible;
        }

        var language = catalogue.Find(form.Lang) ?? catalogue.Find(campaign.Language) ?? catalogue.Default;

        // All come from the program's one address, which says nothing about who signs.
        switch (await sign.RunAsync(form, campaign, language, ip: null))
        {
            case null:
                return PassedOn.Later;
            case SignAnswer.Closed:
                return PassedOn.NotOpen;
            case SignAnswer.Recorded or SignAnswer.Known:
                await NoteAsync(word, hash, ct);
                return PassedOn.MailSent;
            default:
                throw new InvalidOperationException("Signing answered something new.");
        }
    }

    private Task<byte[]?> KnownAsync(string word, CancellationToken ct) =>
        db.SigningRequests.Where(r => r.KeyId == key.RequiredId && r.IdempotencyKey == word).Select(r => r.Hash).SingleOrDefaultAsync(ct);

    /// <summary>Two with the same word at once both signed one and the same: the second finds the note there.</summary>
    private async Task NoteAsync(string word, byte[] hash, CancellationToken ct) => await db.Database.ExecuteSqlAsync(
        $"insert into petitions.signing_requests (tenant_id, key_id, idempotency_key, hash) values ({db.CurrentTenantId}, {key.RequiredId}, {word}, {hash}) on conflict do nothing", ct);
}
