using System.Net;
using Platform.Petitions.Campaigns;
using Platform.Testing.Data;
using Xunit;

namespace Platform.Petitions.Tests.CampaignPage;

/// <summary>The one table of who sees what, seen from outside.</summary>
public sealed class PageStateTests(PublicWorld world) : IClassFixture<PublicWorld>
{
    private const string Planted = "Xylophantine";

    [Theory]
    [InlineData(CampaignStatus.Draft, 404)]
    [InlineData(CampaignStatus.Gathering, 200)]
    [InlineData(CampaignStatus.Submitted, 404)]
    [InlineData(CampaignStatus.ChangesRequested, 404)]
    [InlineData(CampaignStatus.Suspended, 200)]
    [InlineData(CampaignStatus.Removed, 410)]
    public async Task What_is_not_approved_or_taken_down_leaks_no_word(CampaignStatus status, int expected)
    {
        // A word that no other test's campaign holds: theirs may stand in the lists.
        var planted = $"Secret{Guid.NewGuid():N}";
        var campaign = await PlantedAsync(status, c => (c.Title, c.Demand, c.Body) = (planted + " title", planted + " demand", planted + " body"));
        var address = world.AddressOf(campaign);
        Assert.Equal(expected, (int)(await world.Visitor().GetAsync(address)).Status);
        foreach (var output in new[] { address, address + "?lang=fr", address + "/count.json", address + "/history", address + "/sign", "/", "/search", $"/search?q={planted}", "/search?q=" + campaign.Reference, "/" + world.Organisation.Slug })
        {
            var page = await world.Visitor().GetAsync(output);
            foreach (var words in new[] { "title", "demand", "body" })
            {
                Assert.False(page.Source.Contains($"{planted} {words}", StringComparison.OrdinalIgnoreCase), output);
            }
        }
    }

    [Fact]
    public async Task A_hidden_rejection_is_not_there()
    {
        var campaign = await PlantedAsync(CampaignStatus.Rejected, c => c.Hidden = true);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Visitor().GetAsync(world.AddressOf(campaign))).Status);
    }

    [Fact]
    public async Task A_public_rejection_shows_words_and_reason_and_cannot_be_signed()
    {
        var campaign = await PlantedAsync(CampaignStatus.Rejected);
        var page = await world.Visitor().GetAsync(world.AddressOf(campaign));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(Planted, page.Text, StringComparison.Ordinal);
        Assert.Contains("Because of the rules.", page.One(".notice")!, StringComparison.Ordinal);
        Assert.Null(page.Html.QuerySelector("#sign"));
        Assert.Null(page.Html.QuerySelector(".count"));
        Assert.NotNull(page.Html.QuerySelector("meta[name=robots][content=noindex]"));
    }

    [Fact]
    public async Task Gathering_says_only_how_many_co_sponsors_there_are()
    {
        var page = await world.Visitor().GetAsync(world.AddressOf(await PlantedAsync(CampaignStatus.Gathering)));
        Assert.Contains("0 co-sponsors of", page.One(".count")!, StringComparison.Ordinal);
        Assert.NotNull(page.Html.QuerySelector("meta[name=robots][content=noindex]"));
    }

    [Theory]
    [InlineData(CampaignStatus.Closed)]
    [InlineData(CampaignStatus.Archived)]
    public async Task A_closed_page_stays_readable_and_says_why_it_closed_early(CampaignStatus status)
    {
        var campaign = await PlantedAsync(status);
        await world.ConfirmedSignersAsync(campaign, 12);
        var page = await world.Visitor().GetAsync(world.AddressOf(campaign));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(Planted, page.One(".prose")!, StringComparison.Ordinal);
        Assert.Equal("12", page.One(".count > span"));
        Assert.Null(page.Html.QuerySelector("#sign"));
        Assert.Null(page.Html.QuerySelector(".bar"));
        Assert.Contains("Because of the rules.", page.One(".notice")!, StringComparison.Ordinal);
        Assert.Contains("confirm your signature until", page.One(".notice")!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Past_its_closing_time_a_page_is_closed_before_any_job_has_run()
    {
        var campaign = await PlantedAsync(CampaignStatus.Published);
        await world.TimesAsync(campaign, null, TimeProvider.System.GetUtcNow().AddHours(-25));
        var page = await world.Visitor().GetAsync(world.AddressOf(campaign));
        Assert.Null(page.Html.QuerySelector("#sign"));
        Assert.Contains("took signatures until", page.One(".notice")!, StringComparison.Ordinal);
        Assert.DoesNotContain("confirm your signature", page.One(".notice")!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_it_opens_the_page_says_when()
    {
        var campaign = await PlantedAsync(CampaignStatus.Published);
        var now = TimeProvider.System.GetUtcNow();
        await world.TimesAsync(campaign, now.AddDays(3), now.AddDays(30));
        var page = await world.Visitor().GetAsync(world.AddressOf(campaign));
        Assert.Null(page.Html.QuerySelector("#sign"));
        Assert.Contains("You can sign from", page.One(".notice")!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Live_by_link_means_no_index_and_in_no_list()
    {
        var campaign = await world.CampaignAsync(with: c => (c.Title, c.Reviewed) = ("Unlistedia speaks", false));
        var page = await world.Visitor().GetAsync(world.AddressOf(campaign));
        Assert.Equal("Unlistedia speaks", page.One("h1"));
        Assert.NotNull(page.Html.QuerySelector("meta[name=robots][content=noindex]"));
        foreach (var list in new[] { "/", "/search?q=Unlistedia", "/" + world.Organisation.Slug })
        {
            Assert.DoesNotContain("Unlistedia speaks", (await world.Visitor().GetAsync(list)).Source, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_open_page_may_be_indexed()
    {
        var page = await world.Visitor().GetAsync(world.AddressOf(await world.CampaignAsync()));
        Assert.Null(page.Html.QuerySelector("meta[name=robots]"));
    }

    private Task<Campaign> PlantedAsync(CampaignStatus status, Action<CampaignSpec>? with = null) => world.CampaignAsync(status, c =>
    {
        (c.Slug, c.Title, c.Demand, c.Body) = ($"plant-{Guid.NewGuid():N}"[..20], $"{Planted} secret title", $"{Planted} secret demand", $"{Planted} secret body");
        with?.Invoke(c);
    });
}
