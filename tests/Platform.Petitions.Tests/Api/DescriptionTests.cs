using System.Net;
using System.Text.Json;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Tests.CampaignPage;
using Platform.Testing.Data;
using Xunit;

namespace Platform.Petitions.Tests.Api;

/// <summary>The API taken at its word: what it describes can be called, and what it answers is what it described.</summary>
public sealed class DescriptionTests(PublicWorld world) : IClassFixture<PublicWorld>
{
    [Fact]
    public async Task Every_operation_that_reads_answers_what_its_description_says()
    {
        var open = await world.CampaignAsync(with: c =>
        {
            c.Topic = "health";
            c.Links.Add(new CampaignLink { Label = "Report", Url = "https://example.org/report" });
        });
        await world.ConfirmedSignersAsync(open, 25, new SignerSpec { ShowName = true });
        await world.InDbAsync(world.Organisation.Id, async db =>
        {
            db.Add(new TimelineEntry { CampaignId = open.Id, Kind = "milestone", Number = 25 });
            return await db.SaveChangesAsync();
        });
        await world.UpdateAsync(open);
        var campaigns = new List<Campaign> { open };
        foreach (var status in (CampaignStatus[])[CampaignStatus.Closed, CampaignStatus.Rejected, CampaignStatus.Suspended, CampaignStatus.Removed, CampaignStatus.Draft])
        {
            campaigns.Add(await world.CampaignAsync(status));
        }

        var description = await world.JsonAsync("/api/v1/openapi.json");
        var called = 0;
        foreach (var path in description.GetProperty("paths").EnumerateObject())
        {
            foreach (var operation in path.Value.EnumerateObject().Where(o => o.Name == "get" && !o.Value.TryGetProperty("security", out _)))
            {
                foreach (var campaign in path.Name.Contains("{id}", StringComparison.Ordinal) ? campaigns : campaigns[..1])
                {
                    var address = path.Name.Replace("{id}", campaign.Id.ToString(), StringComparison.Ordinal).Replace("{slug}", world.Organisation.Slug, StringComparison.Ordinal);
                    await HoldsAsync(description, operation.Value, address, campaign == open ? 200 : null);
                    called++;
                }
            }
        }

        Assert.True(called > 30, $"Only {called} calls: the description lost operations.");
    }

    [Fact]
    public async Task Every_operation_has_a_name_words_and_words_for_its_parameters()
    {
        var operations = (await world.JsonAsync("/api/v1/openapi.json")).GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject()).ToList();
        Assert.Equal(operations.Count, operations.Select(o => o.Value.GetProperty("operationId").GetString()).Distinct().Count());
        foreach (var operation in operations)
        {
            Assert.NotEqual("", operation.Value.GetProperty("summary").GetString());
            foreach (var parameter in operation.Value.TryGetProperty("parameters", out var all) ? all.EnumerateArray().Where(p => p.GetProperty("in").GetString() != "path") : [])
            {
                Assert.True(parameter.TryGetProperty("description", out _), $"{operation.Value.GetProperty("operationId")} {parameter.GetProperty("name")}");
            }
        }
    }

    [Fact]
    public async Task The_page_to_try_it_has_every_operation_and_nothing_from_elsewhere()
    {
        var page = await world.Visitor().GetAsync("/api");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        var names = (await world.JsonAsync("/api/v1/openapi.json")).GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject()).Select(o => o.Value.GetProperty("operationId").GetString()!);
        Assert.All(names, name => Assert.NotNull(page.Html.GetElementById(name)));
        Assert.DoesNotContain(page.Html.QuerySelectorAll("script[src], link[rel=stylesheet], img, iframe").Select(e => e.GetAttribute("src") ?? e.GetAttribute("href")), a => a!.Contains("//", StringComparison.Ordinal));
    }

    private async Task HoldsAsync(JsonElement description, JsonElement operation, string address, int? expected)
    {
        using var response = await world.Visitor().RawAsync(address);
        var (status, text) = ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
        Assert.True(expected is null || expected == status, $"{address}: {status} {text}");
        Assert.True(operation.GetProperty("responses").TryGetProperty($"{status}", out var described), $"{address} answers {status}, which is not described");
        var (type, media) = (response.Content.Headers.ContentType!.MediaType!, described.GetProperty("content").EnumerateObject().Single());
        Assert.Equal(media.Name.Split(';')[0], type);
        if (type != "text/csv")
        {
            Assert.Equal([], new JsonSchema(description).Problems(media.Value.GetProperty("schema"), JsonDocument.Parse(text).RootElement).Select(problem => $"{address} {problem}"));
        }
    }
}
