namespace Platform.Core.Tenancy;

/// <summary>Section <c>Site</c>: where the platform lives. Links in mail come from here, never from a request.</summary>
public sealed record TenancyOptions
{
    /// <summary>Absolute address of the platform's own host, without a final slash.</summary>
    public string BaseUrl { get; init; } = "http://localhost:5000";

    /// <summary>Organisations also answer at <c>{org}.{Domain}</c>; null switches that off.</summary>
    public string? Domain { get; init; }

    /// <summary>Further host names of the platform itself.</summary>
    public string[] Hosts { get; init; } = [];

    public bool IsPlatformHost(string host) =>
        host.Equals(new Uri(BaseUrl).Host, StringComparison.OrdinalIgnoreCase)
        || Hosts.Contains(host, StringComparer.OrdinalIgnoreCase);

    /// <summary>The platform's own names and all below them: nobody else's.</summary>
    public bool IsOwn(string host) => Hosts.Append(new Uri(BaseUrl).Host).Append(Domain ?? "")
        .Any(own => own.Length > 0 && (host.Equals(own, StringComparison.OrdinalIgnoreCase) || host.EndsWith("." + own, StringComparison.OrdinalIgnoreCase)));
}
