using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Platform.Core.Access;
using Platform.Petitions.CampaignPage;

namespace Platform.Petitions.Api;

/// <summary>The API's own description, for programs and for people who want to try it.</summary>
[PublicPage]
public sealed class DescriptionController([FromKeyedServices(ApiServices.Version)] IOpenApiDocumentProvider description, ApiAnswers answers) : Controller
{
    public const string Path = ApiProblem.Root + "/openapi.json";

    [AcceptVerbs("GET", "HEAD", Route = Path)]
    public Task<IActionResult> Show(CancellationToken ct) => answers.ListAsync("description", async made =>
    {
        var document = await description.GetOpenApiDocumentAsync(made);
        return CachedPage.Of(ApiJson.ContentType, await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, made));
    }, ct);

    [AcceptVerbs("GET", "HEAD", Route = "/api")]
    public async Task<IActionResult> Page(CancellationToken ct) => View("/Api/Description.cshtml", await description.GetOpenApiDocumentAsync(ct));
}
