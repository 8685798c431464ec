using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Text;
using Platform.Petitions.CoSponsors;
using Platform.Petitions.Counting;
using Platform.Petitions.Signatures;

namespace Platform.Petitions.Confirming;

/// <summary>A signature found by a link that proves it.</summary>
public sealed record ProvenSignature(Signature Signature, bool Expired);

/// <summary>What the person sees after confirming.</summary>
public abstract record SignedOutcome
{
    public sealed record Counted(long Number, string Name, bool First) : SignedOutcome;

    /// <summary>The campaign closed more than a day ago, or was stopped: nothing was counted.</summary>
    public sealed record TooLate : SignedOutcome;

    /// <summary>There is nothing to confirm any more.</summary>
    public sealed record Gone : SignedOutcome;
}

public abstract record CodeAnswer
{
    public sealed record Right(SignedOutcome Outcome) : CodeAnswer;

    public sealed record Wrong : CodeAnswer;

    /// <summary>Five wrong codes lock the code, not the link.</summary>
    public sealed record Locked : CodeAnswer;
}

/// <summary>Proves an address, by link or by code, and takes the signature into the count.</summary>
public sealed class ConfirmSignature(PetitionsDb db, SignatureTokens tokens, ConfirmationWriter writer, CoSponsoring coSponsoring, Database.DatabaseClock clock)
{
    public const int WrongCodes = 5;
    public static readonly TimeSpan TokenLife = TimeSpan.FromDays(14);

    /// <returns>Null when the token names nothing in this campaign, or does not prove it.</returns>
    public async Task<ProvenSignature?> FindAsync(Guid campaign, string? token, TokenPurpose purpose, CancellationToken ct)
    {
        if (SignatureTokens.Read(token) is not { } id)
        {
            return null;
        }

        var signature = await db.Signatures.AsNoTracking().SingleOrDefaultAsync(s => s.CampaignId == campaign && s.Id == id, ct);
        if (signature is null || !tokens.Proves(token!, purpose, id, signature.Seed))
        {
            return null;
        }

        return new ProvenSignature(signature, await clock.NowAsync(ct) - signature.TokenIssuedAt > TokenLife);
    }

    public async Task<SignedOutcome> ByLinkAsync(Signature signature)
    {
        if (signature.State == SignatureState.Quarantined)
        {
            // Looks counted to who sent it; the number is the next one they would have got. That the address was proven is kept, for when it is restored.
            var now = await clock.NowAsync(CancellationToken.None);
            await db.Signatures.Where(s => s.CampaignId == signature.CampaignId && s.Id == signature.Id && s.State == SignatureState.Quarantined && s.ConfirmedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.ConfirmedAt, now));
            var count = await db.Counts.AsNoTracking().Where(c => c.CampaignId == signature.CampaignId).Select(c => c.Numbered).SingleAsync();
            return new SignedOutcome.Counted(count + 1, signature.Name, First: true);
        }

        var task = writer.TryWrite(new Confirmation(signature.TenantId, signature.CampaignId, signature.Id))
            ?? throw new TimeoutException("Too many confirm at once.");
        var answer = await task;
        if (signature.CoSponsor && answer is ConfirmAnswer.Confirmed)
        {
            // It counts already, whatever happens now: what is missed here the job makes up for within a minute.
            await coSponsoring.JoinedAsync(signature.CampaignId, CancellationToken.None);
        }

        return answer switch
        {
            ConfirmAnswer.Confirmed(var number, var name) => new SignedOutcome.Counted(number, name, First: true),
            ConfirmAnswer.AlreadyConfirmed(var number, var name) => new SignedOutcome.Counted(number, name, First: false),
            ConfirmAnswer.TooLate => new SignedOutcome.TooLate(),
            ConfirmAnswer.Gone => new SignedOutcome.Gone(),
            var other => throw new InvalidOperationException($"Unknown answer {other}."),
        };
    }

    public async Task<CodeAnswer> ByCodeAsync(Guid campaign, byte[] fingerprint, string nameKey, string code, CancellationToken ct)
    {
        var found = await db.Signatures.AsNoTracking().Where(s => s.CampaignId == campaign && s.EmailFingerprint == fingerprint).ToListAsync(ct);
        if (found.Count == 0)
        {
            return new CodeAnswer.Wrong();
        }

        var signature = found.FirstOrDefault(s => s.NameKey == nameKey) ?? found[0];
        // An attempt is taken before the code is looked at: fifty guesses at once are still five.
        var row = db.Signatures.Where(s => s.CampaignId == campaign && s.Id == signature.Id);
        var taken = await row.Where(s => s.WrongCodes < WrongCodes)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.WrongCodes, s => (short)(s.WrongCodes + 1)), ct);
        if (taken == 0)
        {
            return new CodeAnswer.Locked();
        }

        var right = code.Length == 6 && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(code), Encoding.ASCII.GetBytes(tokens.Code(signature.Id, signature.Seed)));
        if (!right || await clock.NowAsync(ct) - signature.TokenIssuedAt > TokenLife)
        {
            return new CodeAnswer.Wrong();
        }

        await row.ExecuteUpdateAsync(set => set.SetProperty(s => s.WrongCodes, (short)0), ct);
        return new CodeAnswer.Right(await ByLinkAsync(signature));
    }
}

/// <summary>Kept in the browser that confirmed; elsewhere the thanks page knows nobody.</summary>
public sealed record SignedForm(Guid Campaign, long? Number, string? Name)
{
    /// <summary>Language of the mail whose link was followed: it may have been signed in another browser.</summary>
    public string? Lang { get; init; }

    public static SignedForm Of(Guid campaign, SignedOutcome outcome) => outcome is SignedOutcome.Counted counted
        ? Of(campaign, counted.Number, counted.Name)
        : new SignedForm(campaign, null, null);

    public static SignedForm Of(Guid campaign, long number, string name) => new(campaign, number, DisplayName.From(name));
}
