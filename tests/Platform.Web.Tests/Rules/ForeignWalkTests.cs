using Microsoft.AspNetCore.Routing.Patterns;
using Platform.Core.Access;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Web.Tests.Rules;

/// <summary>Lock 5: every address there is, walked with another organisation's names, ids and links, by link and by button.</summary>
public sealed class ForeignWalkTests(TestHost host) : IClassFixture<TestHost>
{
    private const string NotFound = "404";
    private const string Advice = "Find it through a query of the request's own organisation, so that it is 404 for everybody else:";

    [Fact]
    public async Task Another_organisation_s_desk_is_not_there()
    {
        var (mine, theirs) = await HousesAsync();
        var me = await Walker.OfAsync(host, mine.Stage.Organiser);

        await TryAsync(theirs, Desk(), route => me.AnswerAsync(route.Method, route.Fill(p => theirs.Value(route.Pattern, p))), NotFound);
    }

    [Fact]
    public async Task Another_organisation_s_ids_are_not_there_at_my_own_desk()
    {
        var (mine, theirs) = await HousesAsync();
        var me = await Walker.OfAsync(host, mine.Stage.Organiser);
        var routes = Desk().SelectMany(route => route.Pattern.Parameters.Where(IsId).Select(foreign => (route, foreign))).ToList();
        Assert.NotEmpty(routes);

        foreach (var (route, foreign) in routes)
        {
            await TryAsync(theirs, [route], r => me.AnswerAsync(r.Method, r.Fill(p => (p == foreign ? theirs : mine).Value(r.Pattern, p))), NotFound);
        }
    }

    [Fact]
    public async Task Another_organisation_s_links_open_and_do_nothing_here()
    {
        var (mine, theirs) = await HousesAsync();
        var somebody = await Walker.AnonymousAsync(host);
        var routes = Route.All(host).Where(r => r.IsPublic && r.Has("org") && r.Has("token")).ToList();
        Assert.NotEmpty(routes);

        var before = await Snapshot.TakeAsync(host, theirs.Stage.Organisation.Id);
        var told = new List<string>();
        foreach (var route in routes)
        {
            using var response = await somebody.SendAsync(route.Method, route.Fill(p => (p.Name == "token" ? theirs : mine).Value(route.Pattern, p)));
            var text = await response.Content.ReadAsStringAsync();
            if ((int)response.StatusCode >= 500 || text.Contains(theirs.Word, StringComparison.Ordinal) || text.Contains(theirs.Stage.Organisation.Name, StringComparison.Ordinal))
            {
                told.Add($"{route} {(int)response.StatusCode}");
            }
        }

        Rule.Holds("It tells of the other organisation:", told);
        Assert.Empty(Snapshot.Differences(before, await Snapshot.TakeAsync(host, theirs.Stage.Organisation.Id)));
    }

    [Fact]
    public async Task Nobody_gets_to_a_desk_without_signing_in()
    {
        var (_, theirs) = await HousesAsync();
        var somebody = await Walker.AnonymousAsync(host);

        await TryAsync(
            theirs, Route.All(host).Where(r => r.Audience is OrganiserPageAttribute or AdminPageAttribute),
            route => somebody.AnswerAsync(route.Method, route.Fill(p => theirs.Value(route.Pattern, p))), NotFound, "302 /account/sign-in");
    }

    [Fact]
    public async Task An_owner_is_nobody_among_the_staff()
    {
        var (mine, theirs) = await HousesAsync();
        var me = await Walker.OfAsync(host, mine.Stage.Organiser);
        var routes = Route.All(host).Where(r => r.Audience is AdminPageAttribute).ToList();
        Assert.NotEmpty(routes);

        await TryAsync(theirs, routes, route => me.AnswerAsync(route.Method, route.Fill(p => theirs.Value(route.Pattern, p))), NotFound);
    }

    [Fact]
    public async Task A_moderator_is_no_admin()
    {
        var (_, theirs) = await HousesAsync();
        var moderator = await Walker.OfAsync(host, await host.UserAsync(role: PlatformRole.Moderator));
        var routes = Route.All(host).Where(r => r.Audience is AdminPageAttribute { Role: PlatformRole.Admin }).ToList();
        Assert.NotEmpty(routes);

        await TryAsync(theirs, routes, route => moderator.AnswerAsync(route.Method, route.Fill(p => theirs.Value(route.Pattern, p))), NotFound);
    }

    [Theory]
    [InlineData(MemberRole.Viewer, MemberRole.Editor)]
    [InlineData(MemberRole.Viewer, MemberRole.Owner)]
    [InlineData(MemberRole.Editor, MemberRole.Owner)]
    public async Task A_member_does_no_more_than_the_role_allows(MemberRole has, MemberRole needs)
    {
        var (_, theirs) = await HousesAsync();
        var member = await Walker.MemberAsync(host, theirs, has);
        var routes = Desk().Where(r => NeededBy(r) == needs).ToList();
        Assert.NotEmpty(routes);

        await TryAsync(theirs, routes, route => member.AnswerAsync(route.Method, route.Fill(p => theirs.Value(route.Pattern, p))), NotFound);
    }

    private static MemberRole NeededBy(Route route)
    {
        var page = ((OrganiserPageAttribute)route.Audience!).Role;
        return route.Endpoint.Metadata.GetMetadata<NeedsRoleAttribute>() is { } action && action.Role > page ? action.Role : page;
    }

    private async Task<(House Mine, House Theirs)> HousesAsync() => (await House.BuildAsync(host), await House.BuildAsync(host));

    private List<Route> Desk() => [.. Route.All(host).Where(r => r.Audience is OrganiserPageAttribute && r.Has("org"))];

    private static bool IsId(RoutePatternParameterPart parameter) => parameter.ParameterPolicies.Any(policy => policy.Content == "guid");

    private async Task TryAsync(House house, IEnumerable<Route> routes, Func<Route, Task<string>> ask, params string[] expected)
    {
        var before = await Snapshot.TakeAsync(host, house.Stage.Organisation.Id);
        var wrong = new List<string>();
        foreach (var route in routes)
        {
            if (await ask(route) is var answer && !expected.Contains(answer))
            {
                wrong.Add($"{route} answers {answer}");
            }
        }

        Rule.Holds(Advice, wrong);
        Rule.Holds("Rows of the organisation changed, in:", Snapshot.Differences(before, await Snapshot.TakeAsync(host, house.Stage.Organisation.Id)));
    }
}
