using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Petitions.Webhooks;

namespace Platform.Petitions.Api;

/// <summary>What the description says before its operations.</summary>
internal sealed class Introduction(TenancyOptions site, ApiLimits limits) : IOpenApiDocumentTransformer
{
    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Undersigned",
            Version = ApiServices.Version,
            License = new OpenApiLicense { Name = "MIT" },
            Description =
                $"""
                Petitions as data, for everybody: no key is needed to read what is public, from any site's page (CORS) as well.

                **Limits.** {limits.PerMinute} requests a minute from one network. Over it the answer is 429, and `Retry-After` says in how many seconds to come back.

                **Copies.** Answers carry an `ETag`: send it back in `If-None-Match`, and 304 says that nothing has changed.

                **Errors** are problem details (RFC 9457): 400 for what cannot be understood, 404 for what is not public, 410 for what was removed, 429 over the limit,
                503 while the platform or its database rests, with `Retry-After`.

                **Parts.** Long lists come in parts; `links` names the others, and is null at the edges. Cursors are not for reading.

                **Keys.** What lies below `/own` acts for an organisation: `Authorization: Bearer` with one of its keys. A key does what its scopes say and nothing else.

                **Webhooks.** An organisation's endpoints are told within a minute or two what happened, in the form of Standard Webhooks: `webhook-id`, `webhook-timestamp` and
                `webhook-signature`, which is `v1,` and the base64 of HMAC-SHA256 over id, timestamp and body with full stops between, by the bytes behind `whsec_`. Answer with 2xx within
                fifteen seconds; else the message comes again under the same id, for three days. The `type` is {string.Join(", ", WebhookEvents.All)}; `data` names the petition and its
                numbers, for example `from` and `to` of the signatures that were confirmed, or `update` of the one that was published.

                **Versions.** What is here stays. Further fields and kinds may come: pass over those you do not know.
                """,
        };
        document.AddComponent(ProgramPageAttribute.Scheme, new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "An organisation's key, made by an owner at its desk." });
        document.Servers = [new OpenApiServer { Url = site.BaseUrl.TrimEnd('/') }];
        foreach (var operation in document.Paths.Values.SelectMany(path => path.Operations ?? []).Select(operation => operation.Value))
        {
            operation.Responses ??= [];
            operation.Responses.TryAdd("429", new OpenApiResponse { Description = "Over the limit; `Retry-After` says when to come back." });
        }

        return Task.CompletedTask;
    }
}
