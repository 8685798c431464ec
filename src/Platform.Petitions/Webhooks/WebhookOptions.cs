namespace Platform.Petitions.Webhooks;

/// <summary>Section <c>Webhooks</c>.</summary>
public sealed record WebhookOptions
{
    /// <summary>Also http and addresses of this machine and its network: for development alone.</summary>
    public bool AllowLocal { get; init; }

    /// <summary>How long an endpoint has to answer.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>An endpoint that took nothing for so long is switched off.</summary>
    public TimeSpan GivesUpAfter { get; init; } = TimeSpan.FromDays(5);

    /// <summary>Whether messages may be sent there at all, as far as the address itself says.</summary>
    public bool Allows(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || (AllowLocal && address.Scheme == Uri.UriSchemeHttp))
        && address.UserInfo.Length == 0 && address.Fragment.Length == 0 && url.Length <= WebhookMapping.LongestUrl;
}
