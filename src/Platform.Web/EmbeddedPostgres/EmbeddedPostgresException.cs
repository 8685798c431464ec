namespace Platform.Web.EmbeddedPostgres;

/// <summary>The embedded database cannot do what was asked; the message is written for the person at the console.</summary>
public sealed class EmbeddedPostgresException(string message, Exception? inner = null) : Exception(message, inner);
