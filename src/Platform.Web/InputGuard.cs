namespace Platform.Web;

/// <summary>Refuses what no page can work with, before anything reads it: NUL in path or query, broken percent-bytes, foreign charsets.</summary>
internal sealed class InputGuard(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        var request = http.Request;
        if (HasNul(request) || HasForeignCharset(request.ContentType))
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        }

        return next(http);
    }

    private static bool HasNul(HttpRequest request) =>
        request.Path.Value is { } path && (path.Contains('\0', StringComparison.Ordinal) || path.Contains('\uFFFD', StringComparison.Ordinal))
        || request.QueryString.Value is { } query && (query.Contains("%00", StringComparison.Ordinal) || query.Contains('\0', StringComparison.Ordinal));

    /// <summary>Reading a form sent as utf-7 throws before the action runs, so anything but UTF-8 ends here.</summary>
    private static bool HasForeignCharset(string? contentType)
    {
        if (contentType is null || !contentType.Contains("charset", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        return !Microsoft.Net.Http.Headers.MediaTypeHeaderValue.TryParse(contentType, out var type)
            || !(type.Charset.Value?.Trim('"') is { } charset && (charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || charset.Equals("us-ascii", StringComparison.OrdinalIgnoreCase)));
    }
}
