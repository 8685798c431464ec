using Microsoft.EntityFrameworkCore;
using Platform.Petitions.Database;
using Platform.Petitions.Outbox;
using Platform.Petitions.Signatures;

namespace Platform.Petitions.Confirming;

/// <summary>A new link for somebody whose old one expired: a fresh seed ends the old one, the mail goes to the address on file.</summary>
public sealed class SendAgain(PetitionsDb db, DatabaseClock clock)
{
    public async Task RunAsync(Signature signature, CancellationToken ct)
    {
        if (signature.State is not (SignatureState.Pending or SignatureState.Quarantined))
        {
            return;
        }

        var (seed, now) = (SignatureTokens.NewSeed(), await clock.NowAsync(ct));
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Signatures.Where(s => s.CampaignId == signature.CampaignId && s.Id == signature.Id && s.State == signature.State).ExecuteUpdateAsync(
            set => set.SetProperty(s => s.Seed, seed).SetProperty(s => s.TokenIssuedAt, now).SetProperty(s => s.WrongCodes, (short)0), ct);
        db.Outbox.Add(new OutboxMail(MailKind.ConfirmSignature, signature.TenantId, signature.CampaignId, signature.Id));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }
}
