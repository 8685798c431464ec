namespace Platform.Testing.Smtp;

/// <summary>Where in the conversation the server answers.</summary>
public enum SmtpStage
{
    Greeting,
    Hello,
    Login,
    Sender,
    Recipient,
    Data,
    EndOfData,
    Noop,
    Quit,
}
