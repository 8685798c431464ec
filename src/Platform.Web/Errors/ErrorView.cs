namespace Platform.Web.Errors;

/// <summary>Which words to say; statuses without words of their own are either the reader's (400) or ours (500).</summary>
public sealed record ErrorView(int Status, string Kind)
{
    public static ErrorView For(int status, bool readOnly = false) => new(status, status switch
    {
        StatusCodes.Status404NotFound => "not-found",
        StatusCodes.Status410Gone => "gone",
        StatusCodes.Status429TooManyRequests => "too-many",
        StatusCodes.Status503ServiceUnavailable when readOnly => "read-only",
        StatusCodes.Status503ServiceUnavailable => "unavailable",
        < 500 => "unreadable",
        _ => "broken",
    });

    public string TitleKey => $"error-page.{Kind}-title";

    public string TextKey => $"error-page.{Kind}-text";

    public bool OffersSearch => Kind is "not-found" or "gone";

    public bool OffersRetry => Kind is "broken" or "unavailable" or "read-only" or "too-many";
}
