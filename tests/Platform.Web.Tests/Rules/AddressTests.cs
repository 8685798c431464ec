using Microsoft.AspNetCore.Routing.Patterns;
using Platform.Core.Text;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Web.Tests.Rules;

/// <summary>An address that both the platform and an organisation could take belongs to neither for sure.</summary>
public sealed class AddressTests(TestHost host) : IClassFixture<TestHost>
{
    private const string Advice = "Reserve the word in Core/Text/Slug.cs, so that nobody can take it:";

    [Fact]
    public void No_organisation_can_take_a_first_part_of_the_platform_s_own_addresses() => Rule.Holds(
        Advice,
        Route.Endpoints(host).Select(e => Literal(e.RoutePattern, 0)).OfType<string>().Distinct().Where(word => !Slug.IsReserved(word) && !word.Contains('.', StringComparison.Ordinal)));

    [Fact]
    public void No_campaign_can_take_an_address_below_its_organisation() => Rule.Holds(
        Advice,
        Route.All(host).Where(route => IsParameter(route.Pattern, 0)).Select(route => Literal(route.Pattern, 1)).OfType<string>().Distinct().Where(word => !Slug.IsReserved(word)));

    [Fact]
    public void No_two_addresses_answer_the_same_request() => Rule.Holds(
        "Two actions answer one address; both fail when it is asked for:",
        Route.All(host).GroupBy(route => $"{route.Method} {Shape(route.Pattern)}").Where(same => same.Count() > 1).Select(same => string.Join(", ", same)));

    private static string Shape(RoutePattern pattern) => string.Join('/', pattern.PathSegments.Select(s => string.Concat(s.Parts.Select(p => p switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternParameterPart parameter => "{" + string.Join(',', parameter.ParameterPolicies.Select(policy => policy.Content)) + "}",
        _ => "",
    }))));

    private static string? Literal(RoutePattern pattern, int segment) =>
        pattern.PathSegments.Count > segment && pattern.PathSegments[segment].Parts is [RoutePatternLiteralPart literal] ? literal.Content : null;

    private static bool IsParameter(RoutePattern pattern, int segment) => pattern.PathSegments.Count > segment && pattern.PathSegments[segment].IsSimple && pattern.PathSegments[segment].Parts[0].IsParameter;
}
