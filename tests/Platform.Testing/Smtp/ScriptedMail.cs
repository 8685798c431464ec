namespace Platform.Testing.Smtp;

/// <summary>A mail whose last line the server has read, whatever it answered then.</summary>
public sealed record ScriptedMail(int Connection, string Sender, IReadOnlyList<string> Recipients, string Source);
