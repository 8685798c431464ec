using Platform.Core.Mail;
using Platform.Petitions.Outbox;
using Platform.Petitions.Signatures;

namespace Platform.Petitions.Confirming;

/// <summary>The mail everything hangs on: a link, six digits, and a way to say "it was not me".</summary>
internal sealed class ConfirmSignatureMail(SignatureLetters letters, SignatureTokens tokens) : IMailWriter
{
    public string Kind => MailKind.ConfirmSignature;

    public bool Capped => true;

    public async Task<Letter?> WriteAsync(OutboxMail mail, CancellationToken ct) =>
        await letters.FindAsync(mail, ct) is { Signature.State: SignatureState.Pending or SignatureState.Quarantined } found
            ? Write(found, tokens, "confirm")
            : null;

    internal static Letter Write(SignatureLetter found, SignatureTokens tokens, string kind) =>
        found.Write(kind, ("disown", found.Link($"/not-me/{found.Token(TokenPurpose.Disown)}"))) with
        {
            Button = new LetterButton(found.Texts["confirming.confirm-button"], found.Link($"/confirm/{found.Token(TokenPurpose.Confirm)}")),
            Code = tokens.Code(found.Signature.Id, found.Signature.Seed),
        };
}

/// <summary>Once, a day later, to who has not confirmed and whose mail did not bounce.</summary>
internal sealed class ConfirmReminderMail(SignatureLetters letters, SignatureTokens tokens) : IMailWriter
{
    public string Kind => MailKind.ConfirmReminder;

    public async Task<Letter?> WriteAsync(OutboxMail mail, CancellationToken ct) =>
        await letters.FindAsync(mail, ct) is { Signature: { State: SignatureState.Pending, BouncedAt: null } } found
            ? ConfirmSignatureMail.Write(found, tokens, "reminder")
            : null;
}

/// <summary>Somebody typed an address that had signed. Only its owner hears of it.</summary>
internal sealed class AlreadySignedMail(SignatureLetters letters) : IMailWriter
{
    public string Kind => MailKind.AlreadySigned;

    public bool Capped => true;

    public async Task<Letter?> WriteAsync(OutboxMail mail, CancellationToken ct) =>
        await letters.FindAsync(mail, ct) is { Signature.State: SignatureState.Confirmed } found
            ? found.Write("already", ("number", found.Signature.Number)) with
            {
                Button = new LetterButton(found.Texts["mail.my-signature"], found.Link($"/mine/{found.Token(TokenPurpose.Manage)}")),
            }
            : null;
}

/// <summary>Thanks, the number, and the link to change or withdraw it.</summary>
internal sealed class SignatureConfirmedMail(SignatureLetters letters) : IMailWriter
{
    public string Kind => MailKind.SignatureConfirmed;

    public async Task<Letter?> WriteAsync(OutboxMail mail, CancellationToken ct) =>
        await letters.FindAsync(mail, ct) is { Signature.State: SignatureState.Confirmed } found
            ? found.Write("confirmed", ("number", found.Signature.Number), ("mine", found.Link($"/mine/{found.Token(TokenPurpose.Manage)}"))) with
            {
                Button = new LetterButton(found.Texts["mail.pass-it-on"], found.Link("?from=thanks")),
            }
            : null;
}
