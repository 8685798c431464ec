namespace Platform.Petitions.Outbox;

/// <summary>What is written onto a mail's row when it leaves our hands.</summary>
/// <param name="Outcome">Waiting: it stays in the box and is due after <paramref name="Wait"/>.</param>
/// <param name="Forgiven">The attempt does not count: the trouble was not this mail's.</param>
internal sealed record MailStamp(long Id, MailOutcome Outcome, TimeSpan Wait, string? Error, bool Forgiven)
{
    /// <summary>How long we leave a mail server or a database alone that was away a moment ago.</summary>
    public static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(3);

    /// <summary>Fingerprint of the address that may have it now; null when it did not leave.</summary>
    public byte[]? SentTo { get; init; }

    private const int LongestError = 500;
    private const int MostAttempts = 12;
    private const int LongestMinutes = 240;

    public static MailStamp Done(DueMail mail, MailOutcome outcome, string? error = null) => new(mail.Id, outcome, TimeSpan.Zero, Short(error), Forgiven: false);

    /// <summary>Tried in vain: again after a minute, then two, four … until the attempts are used up, within a day.</summary>
    public static MailStamp Again(DueMail mail, string error) => mail.Attempt >= MostAttempts
        ? Done(mail, MailOutcome.Failed, error)
        : new(mail.Id, MailOutcome.Waiting, TimeSpan.FromMinutes(Math.Min(LongestMinutes, Math.Pow(2, mail.Attempt - 1))), Short(error), Forgiven: false);

    /// <summary>Not tried, or for nothing it could do about: as if it had not been claimed.</summary>
    /// <param name="error">Null keeps what the row says.</param>
    public static MailStamp PutBack(DueMail mail, TimeSpan wait, string? error = null) => new(mail.Id, MailOutcome.Waiting, wait, Short(error), Forgiven: true);

    private static string? Short(string? error) => error is { Length: > LongestError } ? error[..LongestError] : error;
}
