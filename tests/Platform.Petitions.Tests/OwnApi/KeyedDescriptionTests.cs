using System.Text.Json;
using Platform.Core.Access;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Tests.Api;
using Platform.Petitions.Tests.ApiKeys;
using Platform.Petitions.Tests.CampaignPage;
using Platform.Testing.Data;
using Xunit;

namespace Platform.Petitions.Tests.OwnApi;

/// <summary>What asks for a key, taken at its word as well: with one, and without.</summary>
public sealed class KeyedDescriptionTests(PublicWorld world) : IClassFixture<PublicWorld>
{
    [Fact]
    public async Task Every_operation_with_a_key_answers_what_its_description_says()
    {
        var key = await world.KeyAsync(world.Organisation, world.Author, KeyScope.ReadSignatures | KeyScope.WriteDrafts | KeyScope.Sign);
        var (campaign, draft) = (await world.CampaignAsync(), await world.CampaignAsync(CampaignStatus.Draft));
        await world.ConfirmedSignersAsync(campaign, 3);
        var calls = new Dictionary<string, (Campaign On, object? Body, int Status)>
        {
            ["createDraft"] = (draft, new { title = "A draft", language = "en", goal = 500 }, 201),
            ["getDraft"] = (draft, null, 200),
            ["changeDraft"] = (draft, new { demand = "Do it." }, 200),
            ["exportSignatures"] = (campaign, null, 200),
            ["passOnSignature"] = (campaign, Signer.Of("described@example.org"), 202),
        };
        var description = await world.JsonAsync("/api/v1/openapi.json");
        var keyed = description.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Where(o => o.Value.TryGetProperty("security", out _)).Select(o => (Path: path.Name, Method: o.Name.ToUpperInvariant(), Operation: o.Value))).ToList();
        Assert.Equal(calls.Keys.Order(), keyed.Select(k => k.Operation.GetProperty("operationId").GetString()!).Order());
        foreach (var (path, method, operation) in keyed)
        {
            var (on, body, status) = calls[operation.GetProperty("operationId").GetString()!];
            var address = path.Replace("{id}", on.Id.ToString(), StringComparison.Ordinal);
            Holds(description, operation, await world.SendAsync(method, address, key, body, "described-word"), status);
            Holds(description, operation, await world.SendAsync(method, address, null, body), 401);
            Holds(description, operation, await world.SendAsync(method, address, await world.KeyAsync(world.Organisation, world.Author, KeyScope.None), body), 403);
        }
    }

    private static void Holds(JsonElement description, JsonElement operation, (int Status, JsonElement Body) answer, int expected)
    {
        Assert.Equal(expected, answer.Status);
        var schema = operation.GetProperty("responses").GetProperty($"{answer.Status}").GetProperty("content").EnumerateObject().Single().Value.GetProperty("schema");
        Assert.Equal([], new JsonSchema(description).Problems(schema, answer.Body));
    }
}
