using System.ComponentModel;
using System.Reflection;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Platform.Petitions.Api;

/// <summary>Parameters that are properties of a query's class carry their words there.</summary>
internal static class ParameterWords
{
    public static Task AddAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        foreach (var parameter in context.Description.ParameterDescriptions)
        {
            if (parameter.ModelMetadata is DefaultModelMetadata { ContainerType: { } type, PropertyName: { } name } && type.GetProperty(name)?.GetCustomAttribute<DescriptionAttribute>() is { } words
                && operation.Parameters?.OfType<OpenApiParameter>().FirstOrDefault(p => p.Name == parameter.Name) is { } described)
            {
                described.Description ??= words.Description;
            }
        }

        return Task.CompletedTask;
    }
}
