namespace Platform.Testing.Smtp;

/// <summary>What the server does instead of what it usually does.</summary>
public abstract record SmtpAct
{
    private SmtpAct()
    {
    }

    public static SmtpAct Reply(int code, string text = "scripted") => new ReplyAct(code, text);

    /// <summary>Says nothing more and keeps the connection.</summary>
    public static SmtpAct Hang { get; } = new HangAct();

    /// <summary>Ends the connection without an answer.</summary>
    public static SmtpAct Cut { get; } = new CutAct();

    internal sealed record ReplyAct(int Code, string Text) : SmtpAct;

    internal sealed record HangAct : SmtpAct;

    internal sealed record CutAct : SmtpAct;
}
