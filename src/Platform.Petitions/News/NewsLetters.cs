using Platform.Core.Mail;
using Platform.Petitions.Confirming;
using Platform.Petitions.Outbox;
using Platform.Petitions.Signatures;

namespace Platform.Petitions.News;

/// <summary>Letters to signers who asked for news: to nobody who has stopped them since they were laid, and each with the way to stop them.</summary>
internal sealed class NewsLetters(SignatureLetters letters, MailStops stops)
{
    /// <returns>Null when this signer wants none, or the petition is no longer public.</returns>
    public async Task<Letter?> WriteAsync(OutboxMail mail, Func<SignatureLetter, Letter> write, CancellationToken ct) =>
        await letters.FindAsync(mail, ct) is { Signature: { State: SignatureState.Confirmed, WantsUpdates: true }, Campaign.HasPublicWords: true } found
            && !await stops.StoppedAsync(found.Signature, ct)
            ? write(found) with { Unsubscribe = found.Link($"/stop/{found.Token(TokenPurpose.StopMails)}"), FromName = found.Campaign.Organisation }
            : null;
}
