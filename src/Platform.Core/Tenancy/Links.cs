namespace Platform.Core.Tenancy;

/// <summary>Absolute addresses for mails, feeds and cards. They come from configuration, never from a request's Host.</summary>
public sealed class Links(TenancyOptions options)
{
    /// <param name="path">Begins with a slash; its segments are already safe for an address.</param>
    public Uri To(string path) => new(options.BaseUrl.TrimEnd('/') + path);

    public Uri Organisation(string slug) => To("/" + slug);

    public Uri Campaign(string organisation, string campaign, string below = "") => To($"/{organisation}/{campaign}{below}");
}
