using Microsoft.Extensions.Logging;
using Platform.Petitions.Counting;
using Platform.Petitions.Database;
using Platform.Petitions.Live;
using Platform.Petitions.Milestones;
using Platform.Petitions.Outbox;
using Platform.Petitions.Signatures;
using Platform.Petitions.Signing;

namespace Platform.Petitions.Confirming;

/// <summary>What a proven address did.</summary>
public abstract record ConfirmAnswer
{
    /// <summary>Counts now, with its number.</summary>
    public sealed record Confirmed(long Number, string Name) : ConfirmAnswer;

    /// <summary>Counted before: the same success page, no second mail.</summary>
    public sealed record AlreadyConfirmed(long Number, string Name) : ConfirmAnswer;

    /// <summary>The campaign closed more than a day ago, or was stopped.</summary>
    public sealed record TooLate : ConfirmAnswer;

    /// <summary>Withdrawn, refused, removed: nothing to confirm. A quarantined one is answered as confirmed elsewhere.</summary>
    public sealed record Gone(SignatureState State) : ConfirmAnswer;

    /// <summary>The token that came along does not prove it, is too old, or the signature is kept apart: nothing was done.</summary>
    public sealed record Unproven : ConfirmAnswer;
}

/// <summary>Confirms in batches; see <see cref="CountBatch"/> for what one transaction holds.</summary>
public sealed class ConfirmationWriter(EngineDataSource source, CampaignChanges changes, MailBell bell, SignatureTokens tokens, SigningOptions options, ILogger<ConfirmationWriter> log)
    : BatchWriter<Confirmation, ConfirmAnswer>(source.Patience, log)
{
    protected override async Task<ConfirmAnswer[]> WriteAsync(IReadOnlyList<Confirmation> rows)
    {
        await using var connection = await source.OpenWriterAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var held = await CountBatch.HoldAsync(connection, rows);
        var proven = rows.Where(r => Proves(r, held.Standing.GetValueOrDefault(r.SignatureId))).ToHashSet();
        var (numbers, steps) = proven.Count == 0 ? ([], []) : await CountBatch.CountAsync(connection, [.. proven], held, options.MostSources);
        await MilestoneLedger.NoteAsync(connection, steps);
        await transaction.CommitAsync();
        bell.Ring();
        foreach (var step in steps)
        {
            changes.Mark(step.CampaignId);
        }

        return [.. rows.Select(r => proven.Contains(r) ? Answer(held.Standing.GetValueOrDefault(r.SignatureId), r.SignatureId, numbers) : new ConfirmAnswer.Unproven())];
    }

    /// <summary>Without a token the caller has proven it.</summary>
    private bool Proves(Confirmation row, StandingSignature? standing) => row.Token is null
        || (standing is { Expired: false } && standing.State != SignatureState.Quarantined && tokens.Proves(row.Token, TokenPurpose.Confirm, row.SignatureId, standing.Seed));

    private static ConfirmAnswer Answer(StandingSignature? standing, Guid signature, Dictionary<Guid, long> numbers) => standing switch
    {
        null => new ConfirmAnswer.Gone(default),
        _ when numbers.TryGetValue(signature, out var number) => new ConfirmAnswer.Confirmed(number, standing.Name),
        { State: SignatureState.Confirmed, Number: { } known } => new ConfirmAnswer.AlreadyConfirmed(known, standing.Name),
        { State: SignatureState.Pending } => new ConfirmAnswer.TooLate(),
        { State: var state } => new ConfirmAnswer.Gone(state),
    };
}
