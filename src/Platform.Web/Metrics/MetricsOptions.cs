namespace Platform.Web.Metrics;

/// <summary>Section <c>Metrics</c>: who may read <c>/metrics</c>. With nothing set it does not exist.</summary>
public sealed record MetricsOptions
{
    /// <summary>Sent by the scraper as <c>Authorization: Bearer</c>.</summary>
    public string? Token { get; init; }

    /// <summary>Addresses or networks a scraper may ask from without one. Behind a proxy that is not named in <c>Site:Proxies</c> everybody comes from the proxy's.</summary>
    public string[] Networks { get; init; } = [];

    public bool Any => !string.IsNullOrEmpty(Token) || Networks.Length > 0;
}
