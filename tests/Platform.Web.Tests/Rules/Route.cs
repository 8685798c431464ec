using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Access;
using Platform.Testing.Hosts;

namespace Platform.Web.Tests.Rules;

/// <summary>One address with one method, as the running host knows it. Whoever adds one is walked without adding a test.</summary>
public sealed record Route(string Method, RouteEndpoint Endpoint)
{
    public RoutePattern Pattern => Endpoint.RoutePattern;

    /// <summary>Null where none, or more than one, was declared.</summary>
    public IAudience? Audience => Endpoint.Metadata.GetOrderedMetadata<IAudience>() is [var only] ? only : null;

    public bool IsPublic => Audience is PublicPageAttribute;

    public bool IsSafe => Method is "GET" or "HEAD";

    public bool Has(string parameter) => Pattern.Parameters.Any(p => p.Name == parameter);

    /// <summary>Pages of people and controllers; no files, which are the same for everybody.</summary>
    public static IReadOnlyList<Route> All(TestHost host) =>
    [
        .. Endpoints(host).Where(e => !IsFile(e))
            .SelectMany(e => Methods(e).Select(method => new Route(method, e)))
            .DistinctBy(route => route.ToString()).OrderBy(route => route.ToString(), StringComparer.Ordinal),
    ];

    public static IEnumerable<RouteEndpoint> Endpoints(TestHost host) =>
        host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    /// <summary>Also the catch-all that serves files made since the build, which only development has.</summary>
    public static bool IsFile(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null || endpoint.RoutePattern.RawText == "{**path:file}";

    /// <summary>An address of this route.</summary>
    /// <param name="value">What stands for a parameter, already fit for an address.</param>
    public string Fill(Func<RoutePatternParameterPart, string> value) => "/" + string.Join('/', Pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        RoutePatternParameterPart parameter => value(parameter),
        _ => throw new InvalidOperationException($"A new kind of part in {Pattern.RawText}."),
    }))));

    public override string ToString() => $"{Method} /{Pattern.RawText?.TrimStart('/')}";

    private static IReadOnlyList<string> Methods(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } stated ? stated : ["GET", "POST"];
}
