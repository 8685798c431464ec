namespace Platform.Petitions.Accounts;

/// <summary>Names of the cookies. Over https they carry <c>__Host-</c>: no other host, path or plain connection can set them.</summary>
/// <param name="Secure">False in development only, where there is no https.</param>
public sealed record AccountCookies(bool Secure)
{
    public string Session => Named("session");

    public string SecondStep => Named("second-step");

    public string KnownBrowser => Named("known");

    /// <summary>The chosen language, where no address says it.</summary>
    public string Language => Named("lang");

    public string Named(string name) => Secure ? "__Host-" + name : name;
}
