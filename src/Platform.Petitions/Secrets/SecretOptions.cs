namespace Platform.Petitions.Secrets;

/// <summary>Section <c>Secrets</c>.</summary>
public sealed record SecretOptions
{
    /// <summary>What the example environment file carries; Production refuses to start on it.</summary>
    public const string Example = "ZXhhbXBsZS1leGFtcGxlLWV4YW1wbGUtZXhhbXBsZSE=";

    /// <summary>32 random bytes or more, base64. Fingerprints and tokens hang on it: losing it loses every open link.</summary>
    public string? Key { get; init; }
}
