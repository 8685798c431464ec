using System.Net;
using Platform.Core.Access;
using Platform.Petitions.Campaigns;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.Campaigns;

/// <summary>The one table of who sees what: state of a campaign and person to page, words, count and history.</summary>
public sealed class VisibilityTests(TestHost host) : IClassFixture<TestHost>
{
    private const string NameOfASigner = "Maxine Kowalski";

    /// <summary>State, status of the public page, whether it shows words, whether it shows the count.</summary>
    public static TheoryData<CampaignStatus, int, bool, bool> States => new()
    {
        { CampaignStatus.Draft, 404, false, false },
        { CampaignStatus.Gathering, 200, false, false },
        { CampaignStatus.Submitted, 404, false, false },
        { CampaignStatus.ChangesRequested, 404, false, false },
        { CampaignStatus.Rejected, 200, true, false },
        { CampaignStatus.Published, 200, true, true },
        { CampaignStatus.Suspended, 200, false, false },
        { CampaignStatus.Closed, 200, true, true },
        { CampaignStatus.Archived, 200, true, true },
        { CampaignStatus.Removed, 410, false, false },
    };

    [Theory]
    [MemberData(nameof(States))]
    public async Task The_public_address_shows_the_same_to_everybody_and_the_desks_show_it_to_their_own(CampaignStatus status, int expected, bool words, bool count)
    {
        var secret = $"Quoll{Guid.NewGuid():N}";
        var stage = await Stage.SetAsync(host, status, c => (c.Title, c.Slug, c.Demand, c.Body) = ($"{secret} title", $"v-{Guid.NewGuid():N}"[..20], $"{secret} demand", $"{secret} body"));
        await host.ConfirmedSignersAsync(stage.Campaign, 3);
        var other = await Stage.SetAsync(host, CampaignStatus.Draft);
        var people = new Dictionary<string, Visitor>
        {
            ["stranger"] = host.Visitor(),
            ["author"] = await AuthorAsync(stage),
            ["co-organiser"] = (await host.MemberAsync(stage.Organisation, MemberRole.Viewer)).Visitor,
            ["member elsewhere"] = (await host.MemberAsync(other.Organisation, MemberRole.Owner)).Visitor,
            ["moderator"] = await host.SignedInAsync(await host.UserAsync(role: PlatformRole.Moderator)),
            ["admin"] = await host.SignedInAsync(await host.UserAsync(role: PlatformRole.Admin)),
        };

        foreach (var (who, visitor) in people)
        {
            await PublicAsync(visitor, stage, secret, expected, words, count, who);
            var (insider, staff) = (who is "author" or "co-organiser", who is "moderator" or "admin");
            await DeskAsync(visitor, $"/{stage.Organisation.Slug}/desk/campaigns/{stage.Campaign.Id}", secret, insider, who);
            await DeskAsync(visitor, $"/{stage.Organisation.Slug}/desk/campaigns/{stage.Campaign.Id}/signatures", null, insider, who);
            await DeskAsync(visitor, $"/admin/campaigns/{stage.Campaign.Id}", secret, staff, who);
        }
    }

    private static async Task PublicAsync(Visitor visitor, Stage stage, string secret, int expected, bool words, bool count, string who)
    {
        var page = await visitor.GetAsync(stage.Path);
        Assert.True(expected == (int)page.Status, $"{who}: {page.Status}");
        Assert.True(words == page.Source.Contains(secret, StringComparison.Ordinal), $"{who}: words");
        Assert.True(count == page.Text.Contains("3 have signed", StringComparison.Ordinal), $"{who}: count");
        Assert.Equal(count ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await visitor.GetAsync(stage.Path + "/count.json")).Status);
        var history = await visitor.GetAsync(stage.Path + "/history");
        Assert.True(words || !history.Source.Contains(secret, StringComparison.Ordinal), $"{who}: history");
    }

    private static async Task DeskAsync(Visitor visitor, string address, string? secret, bool allowed, string who)
    {
        var page = await visitor.GetAsync(address);
        if (allowed)
        {
            Assert.True(page.Status == HttpStatusCode.OK, $"{who} at {address}: {page.Status}");
            Assert.Contains(secret ?? "", page.Source, StringComparison.Ordinal);
            return;
        }

        // A stranger is asked to sign in, everybody else finds nothing.
        Assert.True(page.Status == HttpStatusCode.NotFound || page.Address.AbsolutePath.StartsWith("/account/sign-in", StringComparison.Ordinal), $"{who} at {address}: {page.Status}");
        Assert.DoesNotContain(secret ?? NameOfASigner, page.Source, StringComparison.Ordinal);
    }

    private async Task<Visitor> AuthorAsync(Stage stage)
    {
        await host.JoinAsync(stage.Organiser, stage.Organisation);
        return await host.AtDeskAsync(stage.Organiser);
    }
}
