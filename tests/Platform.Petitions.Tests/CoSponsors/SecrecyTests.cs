using Platform.Petitions.Campaigns;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.CoSponsors;

/// <summary>Without the secret link nothing of a petition that is not approved can be read anywhere.</summary>
public sealed class SecrecyTests(TestHost host) : IClassFixture<TestHost>
{
    // Shaped like a real token, so that the routes look it up.
    private const string NoToken = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    [Theory]
    [InlineData(CampaignStatus.Draft)]
    [InlineData(CampaignStatus.Gathering)]
    [InlineData(CampaignStatus.Submitted)]
    [InlineData(CampaignStatus.ChangesRequested)]
    public async Task No_output_holds_a_word_of_it(CampaignStatus status)
    {
        var secret = $"Planted{Guid.NewGuid():N}";
        var gathering = await Gathering.SetAsync(host, status, with: c =>
        {
            (c.Title, c.Demand, c.Body) = ($"{secret} title", $"{secret} demand", $"{secret} body");
            c.DecisionMakers[0] = new DecisionMaker { Office = $"{secret} office", Name = $"{secret} name" };
            c.Links.Add(new CampaignLink { Label = $"{secret} link", Url = $"https://{secret}.example/" });
            c.Slug = $"plain-{Guid.NewGuid():N}"[..20];
            c.Translations.Add(("fr", $"{secret} titre", $"{secret} demande", $"{secret} texte"));
        });
        var page = gathering.Stage.Path;
        var organisation = "/" + gathering.Stage.Organisation.Slug;
        string[] outputs =
        [
            page, page + "?lang=fr", page + "/sign", page + "/check", page + "/signed", page + "/joined", page + "/card", page + "/count.json", page + "/history", page + "/history?lang=fr",
            page + "/report", page + "/confirm", page + $"/confirm/{NoToken}", page + $"/mine/{NoToken}", page + $"/stop/{NoToken}", page + $"/not-me/{NoToken}",
            "/", "/?lang=fr", organisation, organisation + "/draft/x", organisation + "/co-sponsor/x", "/search", $"/search?q={secret}", "/search?q=" + gathering.Stage.Campaign.Reference,
            organisation + "/desk", $"{organisation}/desk/campaigns/{gathering.Stage.Campaign.Id}",
        ];

        foreach (var output in outputs)
        {
            var answer = await host.Visitor().GetAsync(output);
            Assert.True((int)answer.Status < 500, output);
            foreach (var words in new[] { "title", "titre", "demand", "body", "texte", "office", "name", "link" })
            {
                Assert.False(answer.Source.Contains($"{secret} {words}", StringComparison.OrdinalIgnoreCase), $"{output} holds the {words}");
            }

            Assert.DoesNotContain($"https://{secret}", answer.Source, StringComparison.OrdinalIgnoreCase);
        }

        if (status is CampaignStatus.Gathering or CampaignStatus.Submitted)
        {
            Assert.Contains($"{secret} body", (await host.Visitor().GetAsync(gathering.Link)).Source, StringComparison.Ordinal);
        }
    }
}
