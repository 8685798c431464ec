using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Platform.Core.Access;

namespace Platform.Petitions.Api;

/// <summary>Says of an operation that it asks for a key, and for which scope.</summary>
internal static class KeyNeeded
{
    public static Task AddAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<ProgramPageAttribute>().SingleOrDefault() is { } page)
        {
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(ProgramPageAttribute.Scheme, context.Document)] = [] }];
            operation.Description = $"{operation.Description} Scope: {page.Scope}.".TrimStart();
        }

        return Task.CompletedTask;
    }
}
