namespace Platform.Core.Tenancy;

/// <summary>Absolute addresses for mails, feeds and cards. They come from configuration, never from a request's Host.</summary>
public sealed class Links(TenancyOptions options)
{
    /// <param name="path">Begins with a slash; its segments are already safe for an address.</param>
    public Uri To(string path) => new(options.BaseUrl.TrimEnd('/') + path);

    /// <param name="domain">The organisation's own, where it has one.</param>
    public Uri Organisation(string slug, string? domain = null, string below = "") => domain is null ? To($"/{slug}{below}") : On(domain, below.Length > 0 ? below : "/");

    /// <param name="domain">The organisation's own, where the address shall be the one other sites know it by.</param>
    public Uri Campaign(string organisation, string campaign, string below = "", string? domain = null) =>
        domain is null ? To($"/{organisation}/{campaign}{below}") : On(domain, $"/{campaign}{below}");

    // An organisation's domain leads to the same front door: scheme and port are the platform's.
    private Uri On(string domain, string path) => new UriBuilder(new Uri(options.BaseUrl)) { Host = domain, Path = path }.Uri;
}
