using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Platform.Core.Access;
using Platform.Petitions.Api;
using Platform.Petitions.Site;

namespace Platform.Web.Errors;

/// <summary>What people read when something is not there or went wrong. Status-code pages re-execute into it, with any method.</summary>
[PublicPage]
[WorksReadOnly]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class ErrorsController(SiteSwitches switches) : Controller
{
    // An outage is over within seconds of the database's return; browsers and clients need not wait longer.
    private const string SoonAgain = "5";

    [Route("/error/{status:int}")]
    public IActionResult Index()
    {
        // Not bound as a parameter: where the form cannot be read nothing is bound, and the answer would be another one.
        var status = HttpContext.Features.Get<IExceptionHandlerFeature>() is { Error: { } failure }
            ? ErrorPages.StatusOf(failure)
            : int.Parse((string)RouteData.Values["status"]!, CultureInfo.InvariantCulture);
        Response.StatusCode = status is >= 400 and < 600 ? status : StatusCodes.Status404NotFound;
        if (status == StatusCodes.Status503ServiceUnavailable && Response.Headers.RetryAfter.Count == 0)
        {
            Response.Headers.RetryAfter = SoonAgain;
        }

        if (ApiProblem.Concerns(AskedPath()))
        {
            return ApiProblem.Of(Response.StatusCode);
        }

        return View("/Errors/Error.cshtml", ErrorView.For(Response.StatusCode, switches.ReadOnly));
    }
    private PathString AskedPath() =>
        HttpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? Request.Path;
}
