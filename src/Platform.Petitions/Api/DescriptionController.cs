using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Platform.Core.Access;
using Platform.Core.Text;
using Platform.Petitions.CampaignPage;

namespace Platform.Petitions.Api;

/// <summary>The API's own description, for programs and for people who want to try it.</summary>
[PublicPage]
public sealed class DescriptionController(
    [FromKeyedServices(ApiServices.Version)] IOpenApiDocumentProvider description, ApiAnswers answers, PageCache cache, PageRenderer renderer, PageCacheOptions kept, Localiser texts) : Controller
{
    public const string Path = ApiProblem.Root + "/openapi.json";

    [AcceptVerbs("GET", "HEAD", Route = Path)]
    public Task<IActionResult> Show(CancellationToken ct) => answers.ListAsync("description", async made =>
    {
        var document = await description.GetOpenApiDocumentAsync(made);
        return CachedPage.Of(ApiJson.ContentType, await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, made));
    }, ct);

    [AcceptVerbs("GET", "HEAD", Route = "/api")]
    public async Task<IActionResult> Page(CancellationToken ct)
    {
        var page = await cache.GetAsync(("api-page", texts.Language.Code), async made => await renderer.RenderAsync(this, "/Api/Description.cshtml", await description.GetOpenApiDocumentAsync(made), texts.Language), ct, kept.Lists);
        return new CachedPageResult(page!, "Accept-Encoding, Accept-Language, Cookie");
    }
}
