namespace Platform.Petitions.Domains;

/// <summary>Section <c>Domains</c>: what owners are told to write into the DNS, so that their own domain leads here.</summary>
public sealed record DomainOptions
{
    /// <summary>Host name for a CNAME record; null for the platform's own.</summary>
    public string? Target { get; init; }

    /// <summary>Addresses for A and AAAA records, for a domain that takes no CNAME because it is the top of its zone.</summary>
    public string[] Addresses { get; init; } = [];
}
