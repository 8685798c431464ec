namespace Platform.Core.Pages;

/// <summary>What browsers let our pages do, as the header Content-Security-Policy says it.</summary>
public static class PagePolicy
{
    private const string OwnForms = "form-action 'self'";

    public const string Strict =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; "
        + OwnForms + "; base-uri 'self'; object-src 'none'; frame-src 'self'; frame-ancestors 'none'";

    /// <summary>For a page whose form leads on to other sites: browsers hold the redirect after it to the same rule.</summary>
    /// <param name="sites">Scheme and host of each.</param>
    public static string WithFormsTo(IEnumerable<string> sites) => Strict.Replace(OwnForms, string.Join(' ', [OwnForms, .. sites]), StringComparison.Ordinal);
}
