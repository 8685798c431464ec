using Platform.Core.Access;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Web.Tests.Rules;

/// <summary>Malformed ids, bytes and queries at every address: refused or ignored, never an error of ours, and never a way to another site.</summary>
public sealed class BrokenAddressTests(PortHost host) : IClassFixture<PortHost>
{
    private static readonly string[] Segments =
    [
        "%00", "a%00b", "%ff", "%ED%A0%80", "%zz", "%0d%0aSet-Cookie:x=y", "%2e%2e", "%2F%2Fevil.example", "%5Cevil.example", "00000000-0000-0000-0000-000000000000", "not-an-id", "-1",
        "99999999999999999999", "%C3%A9%D9%81", "%F0%9F%98%80%E2%80%AE", "%27%22%3C%3E", "a:b;*~", new string('!', 43), new string('a', 3000),
    ];

    /// <summary>Several wrongs in each, because every address is asked with every one.</summary>
    private static readonly string[] Queries =
    [
        "a=%00", "%00=a", "a=%ff&lang=zz&page=-1&at=0001-01-01&before=-1&after=9223372036854775808&state=99", "page=2147483647&q=%C3%28&sort=%F0%9F%98%80&at=9999-99-99",
        "page=99999999999&q=%27;drop&before=x&after=00000000-0000-0000-0000-000000000000&done=%3Cb%3E", "page=0&page=2&x[0].y=1&x[9999999].y=2&=&&?&%&a=%&form=1&key=%ff",
        "lang=" + new string('x', 2000) + "&q=" + new string('q', 3000), "returnUrl=//evil.example&from=//evil.example", "returnUrl=/%5Cevil.example&from=%5C%5Cevil.example", "returnUrl=http://evil.example",
    ];

    [Fact]
    public async Task No_malformed_part_of_an_address_breaks_a_page()
    {
        var (house, cookies) = await HouseAsync();
        var wrong = new List<string>();
        foreach (var route in Route.All(host).Where(r => r.IsSafe))
        {
            foreach (var parameter in route.Pattern.Parameters)
            {
                foreach (var segment in Segments)
                {
                    var target = route.Fill(p => p == parameter ? segment : house.Value(route.Pattern, p));
                    wrong.AddRange(await ProblemsAsync("GET", target, cookies[Kind(route)], mustRefuse: segment.Contains("%00", StringComparison.Ordinal)));
                }
            }
        }

        Rule.Holds("Constrain the route, or look the value up before it is used:", wrong);
    }

    [Fact]
    public async Task No_malformed_query_breaks_a_page()
    {
        var (house, cookies) = await HouseAsync();
        var wrong = new List<string>();
        foreach (var route in Route.All(host).Where(r => r.IsSafe))
        {
            foreach (var query in Queries)
            {
                var target = $"{route.Fill(p => house.Value(route.Pattern, p))}?{query}";
                wrong.AddRange(await ProblemsAsync("GET", target, cookies[Kind(route)], mustRefuse: query.Contains("%00", StringComparison.Ordinal)));
            }
        }

        Rule.Holds("Take what can be read, and a default for the rest:", wrong);
    }

    [Fact]
    public async Task No_malformed_part_of_an_address_breaks_a_button()
    {
        var (house, cookies) = await HouseAsync();
        var wrong = new List<string>();
        foreach (var route in Route.All(host).Where(r => !r.IsSafe))
        {
            foreach (var parameter in route.Pattern.Parameters)
            {
                foreach (var segment in Segments)
                {
                    var target = route.Fill(p => p == parameter ? segment : house.Value(route.Pattern, p));
                    wrong.AddRange(await ProblemsAsync(route.Method, target, cookies[Kind(route)], mustRefuse: segment.Contains("%00", StringComparison.Ordinal)));
                }
            }
        }

        Rule.Holds("Constrain the route, or look the value up before it is used:", wrong);
    }

    private async Task<IEnumerable<string>> ProblemsAsync(string method, string target, string cookies, bool mustRefuse)
    {
        var (status, location) = await host.SendAsync(method, target, cookies);
        var shown = target.Length > 120 ? target[..120] + "…" : target;
        return status switch
        {
            0 or >= 500 => [$"{method} {shown} answers {status}"],
            < 400 when mustRefuse => [$"{method} {shown} answers {status} and should refuse"],
            _ when location is not null && !IsOurs(location) => [$"{method} {shown} leads to {location}"],
            _ => [],
        };
    }

    /// <summary>An address of ours, or a plain name beside the one that was asked.</summary>
    private bool IsOurs(string location) =>
        location.Split('?')[0].All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
        || location.StartsWith($"http://localhost:{host.Port}/", StringComparison.Ordinal)
        || (location.StartsWith('/') && !location.StartsWith("//", StringComparison.Ordinal) && !location.StartsWith("/\\", StringComparison.Ordinal) && location.All(char.IsAscii));

    private static string Kind(Route route) => route.Audience switch { AdminPageAttribute => "admin", OrganiserPageAttribute => "owner", _ => "anybody" };

    private async Task<(House House, Dictionary<string, string> Cookies)> HouseAsync()
    {
        var house = await House.BuildAsync(host);
        return (house, new()
        {
            ["anybody"] = "",
            ["owner"] = (await host.IdentityAsync(house.Stage.Organiser)).Cookies,
            ["admin"] = (await host.IdentityAsync(await host.UserAsync(role: PlatformRole.Admin))).Cookies,
        });
    }
}
