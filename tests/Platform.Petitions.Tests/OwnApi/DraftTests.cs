using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Tests.ApiKeys;
using Platform.Petitions.Tests.CampaignPage;
using Platform.Testing.Data;
using Xunit;

namespace Platform.Petitions.Tests.OwnApi;

public sealed class DraftTests(PublicWorld world) : IClassFixture<PublicWorld>
{
    private const string Drafts = "/api/v1/own/drafts";

    [Fact]
    public async Task A_program_begins_a_draft_and_changes_what_it_says_and_nothing_else()
    {
        var key = await KeyAsync();
        var closes = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(40);
        var (status, made) = await world.SendAsync("POST", Drafts, key, new
        {
            title = "Keep the night train", language = "en", demand = "Run it daily.", body = "It is **full**.", topic = "transport", goal = 5000, closesOn = closes,
            timeZone = "Europe/Vienna", decisionMakers = new[] { new { office = "Minister of Transport", place = "Austria" } },
        });
        Assert.Equal(201, status);
        var id = made.GetProperty("id").GetGuid();
        Assert.Equal("draft", made.GetProperty("status").GetString());
        Assert.Equal($"{closes:yyyy-MM-dd}", made.GetProperty("closesOn").GetString());

        (status, var changed) = await world.SendAsync("PATCH", $"{Drafts}/{id}", key, new { demand = "Run it twice a day." });
        Assert.Equal(200, status);
        Assert.Equal("Keep the night train Run it twice a day. It is **full**. 5000 transport", string.Join(' ',
            changed.GetProperty("title"), changed.GetProperty("demand"), changed.GetProperty("body"), changed.GetProperty("goal"), changed.GetProperty("topic")));
        Assert.Equal(changed.GetRawText(), (await world.SendAsync("GET", $"{Drafts}/{id}", key)).Body.GetRawText());
        Assert.Equal(CampaignStatus.Draft, await world.InDbAsync(world.Organisation.Id, db => db.Campaigns.Where(c => c.Id == id).Select(c => c.Status).SingleAsync()));
    }

    [Fact]
    public async Task A_title_and_its_language_are_enough()
    {
        var (status, made) = await world.SendAsync("POST", Drafts, await KeyAsync(), new { title = "Only a title", language = "fr" });
        Assert.Equal(201, status);
        Assert.Equal("fr", made.GetProperty("language").GetString());
    }

    [Theory]
    [InlineData("{\"language\":\"en\"}", "title")]
    [InlineData("{\"title\":\"A title\"}", "language")]
    [InlineData("{\"title\":\"=cmd()\",\"language\":\"en\"}", "title")]
    [InlineData("{\"title\":\"A title\",\"language\":\"en\",\"closesOn\":\"2001-01-01\"}", "closesOn")]
    [InlineData("{\"title\":\"A title\",\"language\":\"en\",\"goal\":-5}", "goal")]
    [InlineData("{\"title\":\"A title\",\"language\":\"en\",\"timeZone\":\"Mars/Olympus\"}", "timeZone")]
    [InlineData("{\"title\":\"A title\",\"language\":\"en\",\"decisionMakers\":[]}", "decisionMakers[0].office")]
    public async Task What_the_desk_would_not_take_is_refused_by_its_field_and_begins_nothing(string body, string field)
    {
        var before = await world.InDbAsync(world.Organisation.Id, db => db.Campaigns.CountAsync());
        var (status, problem) = await world.SendAsync("POST", Drafts, await KeyAsync(), System.Text.Json.JsonDocument.Parse(body).RootElement);
        Assert.Equal(422, status);
        var words = problem.GetProperty("errors").GetProperty(field)[0].GetString()!;
        Assert.Contains(' ', words);
        Assert.Equal(before, await world.InDbAsync(world.Organisation.Id, db => db.Campaigns.CountAsync()));
    }

    [Fact]
    public async Task What_is_public_is_no_draft_any_more()
    {
        var campaign = await world.CampaignAsync();
        var (status, _) = await world.SendAsync("PATCH", $"{Drafts}/{campaign.Id}", await KeyAsync(), new { title = "Something else" });
        Assert.Equal(409, status);
        Assert.Equal("Bring Kavoos home", await world.InDbAsync(world.Organisation.Id, db => db.CampaignTexts.Where(t => t.CampaignId == campaign.Id).Select(t => t.Title).SingleAsync()));
    }

    private Task<string> KeyAsync() => world.KeyAsync(world.Organisation, world.Author, KeyScope.WriteDrafts);
}
