using Platform.Core.Access;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Web.Tests.Rules;

/// <summary>Mail scanners open every link, browsers fetch pages in advance: what only opens an address changes nothing.</summary>
public sealed class SafeMethodTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task Opening_any_address_leaves_every_table_as_it_was()
    {
        var house = await House.BuildAsync(host);
        var owner = await Walker.OfAsync(host, house.Stage.Organiser);
        var admin = await Walker.OfAsync(host, await host.UserAsync(role: PlatformRole.Admin));
        var anybody = await Walker.AnonymousAsync(host);
        var routes = Route.All(host).Where(r => r.IsSafe).ToList();
        await Snapshot.WaitForCalmAsync(host);

        var (before, changed, opened) = (await Snapshot.TakeAsync(host), new List<string>(), 0);
        foreach (var route in routes)
        {
            var walker = route.Audience switch { AdminPageAttribute => admin, OrganiserPageAttribute => owner, _ => anybody };
            var isDownload = false;
            foreach (var method in (string[])["GET", "HEAD"])
            {
                using var response = await walker.SendAsync(method, route.Fill(p => house.Value(route.Pattern, p)));
                opened += response.IsSuccessStatusCode ? 1 : 0;
                isDownload |= response.Content.Headers.ContentDisposition?.DispositionType == "attachment";
            }

            // Who takes a list away is written down; that is the one trace that reading leaves.
            var after = await Snapshot.TakeAsync(host);
            changed.AddRange(Snapshot.Differences(before, after).Where(table => !isDownload || table != "petitions.audit_entries").Select(table => $"{route} changed {table}"));
            before = after;
        }

        Rule.Holds("A GET changes nothing: show a button that POSTs:", changed);
        Assert.True(opened > routes.Count / 2, $"Only {opened} of {routes.Count} addresses could be opened: House does not know enough of them.");
    }

    // A passkey is sent after a person has touched it, which is the press.
    [Fact]
    public void No_page_submits_itself() => Rule.Holds(
        "A script that submits a form presses the button for the mail scanner too:",
        Checkout.Files(".js").Where(file => file.StartsWith("src/", StringComparison.Ordinal) && !file.EndsWith("/passkeys.js", StringComparison.Ordinal))
            .Where(file => Checkout.Lines(file).Any(line => line.Contains(".submit()", StringComparison.Ordinal) || line.Contains(".requestSubmit()", StringComparison.Ordinal))));

    [Fact]
    public void Whatever_acts_with_a_cookie_asks_for_the_antiforgery_token() => Rule.Holds(
        "[IgnoreAntiforgeryToken] stands on pages without an account, and where a key acts and no cookie, only:",
        Route.All(host).Where(r => r.Audience is not (PublicPageAttribute or ProgramPageAttribute) && r.Endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Mvc.IgnoreAntiforgeryTokenAttribute>() is not null).Select(r => r.ToString()));
}
