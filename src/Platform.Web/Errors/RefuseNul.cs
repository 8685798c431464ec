using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Platform.Web.Errors;

/// <summary>
/// Refuses forms that hold NUL, which PostgreSQL's text cannot keep. The url-encoded reader refuses only the escaped one; raw, and in the
/// parts of a multipart form, it reaches the action.
/// </summary>
internal sealed class RefuseNul : IActionFilter
{
    public void OnActionExecuting(ActionExecutingContext context)
    {
        // Binding has read the form by now; the page of an error is not refused for the form that led there.
        var features = context.HttpContext.Features;
        if (features.Get<IFormFeature>()?.Form is { } form && features.Get<IStatusCodeReExecuteFeature>() is null && features.Get<IExceptionHandlerFeature>() is null
            && form.Any(field => HasNul(field.Key) || field.Value.Any(HasNul)))
        {
            context.Result = new StatusCodeResult(StatusCodes.Status400BadRequest);
        }
    }

    public void OnActionExecuted(ActionExecutedContext context)
    {
    }

    private static bool HasNul(string? text) => text?.Contains('\0', StringComparison.Ordinal) is true;
}
