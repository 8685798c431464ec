using Microsoft.AspNetCore.Mvc;
using Platform.Core.Access;
using Platform.Petitions.Site;

namespace Platform.Web.Errors;

/// <summary>What people read when something is not there or went wrong. Status-code pages re-execute into it, with any method.</summary>
[PublicPage]
[WorksReadOnly]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class ErrorsController(SiteSwitches switches) : Controller
{
    [Route("/error/{status:int}")]
    public IActionResult Index(int status)
    {
        Response.StatusCode = status is >= 400 and < 600 ? status : StatusCodes.Status404NotFound;
        return View("/Errors/Error.cshtml", ErrorView.For(Response.StatusCode, switches.ReadOnly));
    }
}
