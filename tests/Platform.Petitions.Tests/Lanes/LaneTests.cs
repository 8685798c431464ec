using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Petitions.Campaigns;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Platform.Testing.Time;
using Xunit;

namespace Platform.Petitions.Tests.Lanes;

public sealed class LaneTests(TestHost host) : IClassFixture<TestHost>
{
    private static readonly (string, string?) Unusual = ("Extra", "field");

    [Fact]
    public async Task The_lane_and_the_controller_take_a_signature_alike()
    {
        var stage = await Stage.SetAsync(host);
        var fast = await PostAsync(stage, ("Email", "fast@mail.example"));
        var slow = await PostAsync(stage, ("Email", "slow@mail.example"), Unusual);

        Assert.True(CameByLane(fast));
        Assert.False(CameByLane(slow));
        Assert.Equal(slow.StatusCode, fast.StatusCode);
        Assert.Equal(slow.Headers.Location, fast.Headers.Location);
        Assert.Equal(CookieOf(slow), CookieOf(fast));
        var rows = await host.InDbAsync(stage.Organisation.Id, db => db.Signatures.Where(s => s.CampaignId == stage.Campaign.Id).OrderBy(s => s.Email).ToListAsync());
        Assert.Equal(["fast@mail.example", "slow@mail.example"], rows.Select(r => r.Email));
        Assert.Single(rows.Select(r => (r.Name, r.NameKey, r.Country, r.Reason, r.ShowName, r.WantsUpdates, Convert.ToHexString(r.ConsentHash!), r.Language, r.TextVersion, r.Source, r.State)).Distinct());
    }

    [Theory]
    [InlineData("Name", "=cmd", HttpStatusCode.UnprocessableEntity)]
    [InlineData("Email", "nobody", HttpStatusCode.UnprocessableEntity)]
    [InlineData("Step", "review", HttpStatusCode.OK)]
    public async Task What_needs_a_page_for_an_answer_gets_it_from_the_controller_with_all_that_was_typed(string field, string value, HttpStatusCode status)
    {
        var stage = await Stage.SetAsync(host);
        var answer = await PostAsync(stage, ("Reason", "He is my neighbour"), (field, value));

        Assert.Equal(status, answer.StatusCode);
        Assert.Contains("He is my neighbour", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closing_the_database_knows_of_stops_the_lane_whose_memory_is_older()
    {
        var stage = await Stage.SetAsync(host);
        Assert.EndsWith("/check", (await PostAsync(stage, ("Email", "early@mail.example"))).Headers.Location!.ToString(), StringComparison.Ordinal);
        await host.InDbAsync(stage.Organisation.Id, db => db.Campaigns.Where(c => c.Id == stage.Campaign.Id).ExecuteUpdateAsync(c => c.SetProperty(x => x.ClosesAt, x => x.CreatedAt.AddMinutes(-1))));

        var late = await PostAsync(stage, ("Email", "late@mail.example"));

        Assert.Equal(stage.Path, late.Headers.Location!.ToString());
        Assert.Equal(1, await host.InDbAsync(stage.Organisation.Id, db => db.Signatures.CountAsync(s => s.CampaignId == stage.Campaign.Id)));
    }

    [Fact]
    public async Task Pages_the_cache_holds_come_by_the_lane_byte_for_byte()
    {
        var stage = await Stage.SetAsync(host);
        foreach (var path in new[] { stage.Path, stage.Path + "/count.json" })
        {
            // Between two requests the page may have been made again, with the time of then in its form.
            var (_, kept) = await Until.SeenAsync(
                async () => (await WholeAsync(path), await WholeAsync(path)), two => two.Item1 == two.Item2, $"{path} comes twice as the same bytes", two => $"{two.Item1}\n{two.Item2}");
            Assert.DoesNotContain("Set-Cookie", kept, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task A_press_of_the_confirm_button_comes_by_the_lane_and_a_wrong_token_gets_the_page_that_says_so()
    {
        var stage = await Stage.SetAsync(host);
        await PostAsync(stage, ("Email", "press@mail.example"));
        var link = (await host.Mail.WaitAsync("press@mail.example", "Confirm")).Links.First(l => l.AbsolutePath.Contains("/confirm/", StringComparison.Ordinal)).AbsolutePath;

        var wrong = await PressAsync(link[..^3] + (link.EndsWith("AAA", StringComparison.Ordinal) ? "BBB" : "AAA"));
        Assert.Equal(HttpStatusCode.OK, wrong.StatusCode);
        Assert.Equal(0, await stage.CountAsync());

        var first = await PressAsync(link);
        var second = await PressAsync(link);
        Assert.True(CameByLane(first));
        Assert.EndsWith("/signed", first.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal(1, await stage.CountAsync());
    }

    [Fact]
    public async Task A_draft_is_no_lanes_business()
    {
        var stage = await Stage.SetAsync(host, CampaignStatus.Draft);
        var answer = await host.Visitor().PostAsync(new Uri(stage.Path + "/sign", UriKind.Relative), [new("Name", "A B"), new("Email", "a@mail.example")]);
        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
    }

    /// <summary>The lane answers before a language is chosen for the answer: a redirect has none.</summary>
    private static bool CameByLane(HttpResponseMessage answer) => answer.StatusCode == HttpStatusCode.Found && answer.Content.Headers.ContentLanguage.Count == 0;

    private static string CookieOf(HttpResponseMessage answer)
    {
        var cookie = answer.Headers.GetValues("Set-Cookie").Single();
        return cookie[..cookie.IndexOf('=', StringComparison.Ordinal)] + cookie[cookie.IndexOf(';', StringComparison.Ordinal)..];
    }

    /// <summary>Head and bytes.</summary>
    private async Task<string> WholeAsync(string path)
    {
        using var answer = await host.Visitor().RawAsync(path);
        return $"{answer.Headers}{Convert.ToBase64String(await answer.Content.ReadAsByteArrayAsync())}";
    }

    private Task<HttpResponseMessage> PressAsync(string link) => SendAsync(link, []);

    private async Task<HttpResponseMessage> PostAsync(Stage stage, params (string Name, string? Value)[] with)
    {
        var form = (await host.Visitor().GetAsync(stage.Path + "/sign")).Html.QuerySelector("#sign")!;
        var fields = new Dictionary<string, string>
        {
            ["Lang"] = "en", ["Wording"] = "1", ["Stamp"] = form.QuerySelector("[name=Stamp]")!.GetAttribute("value")!,
            ["Name"] = "Lea Roth", ["Email"] = "lea@mail.example", ["Country"] = "CA", ["Postcode"] = "", ["WantsUpdates"] = "true", ["Website"] = "",
        };
        foreach (var (name, value) in with)
        {
            fields[name] = value!;
        }

        return await SendAsync(stage.Path + "/sign", fields, stage.Path + "?from=poster-3");
    }

    private async Task<HttpResponseMessage> SendAsync(string path, Dictionary<string, string> fields, string? from = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        request.Headers.Referrer = from is null ? null : new Uri("http://localhost" + from);
        return await host.Visitor().Http.SendAsync(request);
    }
}
