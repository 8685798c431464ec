using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Platform.Petitions.Api;

internal static class ApiServices
{
    /// <summary>Also the name of its description.</summary>
    public const string Version = "v1";

    public static void AddApi(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(configuration.GetSection("Api").Get<ApiOptions>() ?? new ApiOptions()).AddSingleton<ApiLimits>();
        services.AddScoped<ApiAnswers>().AddScoped<PublicCampaigns>().AddScoped<PublicLists>().AddScoped<PublicSigners>().AddScoped<PublicUpdates>().AddScoped<PublicOrganisations>();
        services.Configure<JsonOptions>(json => ApiJson.Apply(json.SerializerOptions));
        services.Configure<Microsoft.AspNetCore.Mvc.JsonOptions>(json => ApiJson.Apply(json.JsonSerializerOptions));
        services.AddOpenApi(Version, description =>
        {
            description.ShouldInclude = api => api.HttpMethod != "HEAD" && api.RelativePath?.StartsWith(ApiProblem.Root[1..], StringComparison.Ordinal) is true;
            description.AddDocumentTransformer<Introduction>();
            description.AddOperationTransformer(ParameterWords.AddAsync);
            description.AddOperationTransformer(KeyNeeded.AddAsync);
        });
    }
}
