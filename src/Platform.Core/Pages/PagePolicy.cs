namespace Platform.Core.Pages;

/// <summary>What browsers let our pages do, as the header Content-Security-Policy says it.</summary>
public static class PagePolicy
{
    private const string OwnForms = "form-action 'self'";
    private const string FramedByNobody = "frame-ancestors 'none'";

    public const string Strict =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; "
        + OwnForms + "; base-uri 'self'; object-src 'none'; frame-src 'self'; " + FramedByNobody;

    /// <summary>For the one kind of page that other sites may show in a frame.</summary>
    /// <param name="sites">As <c>frame-ancestors</c> takes them: <c>https:</c> for all, or hosts.</param>
    public static string FramedBy(IEnumerable<string> sites) => Strict.Replace(FramedByNobody, "frame-ancestors " + string.Join(' ', sites), StringComparison.Ordinal);

    /// <summary>For a page whose form leads on to other sites: browsers hold the redirect after it to the same rule.</summary>
    /// <param name="sites">Scheme and host of each.</param>
    public static string WithFormsTo(IEnumerable<string> sites) => Strict.Replace(OwnForms, string.Join(' ', [OwnForms, .. sites]), StringComparison.Ordinal);
}
