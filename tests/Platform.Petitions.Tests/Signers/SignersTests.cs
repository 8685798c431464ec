using System.Net;
using Platform.Petitions.Tests.CampaignPage;
using Platform.Testing.Data;
using Xunit;

namespace Platform.Petitions.Tests.Signers;

public sealed class SignersTests(PublicWorld world) : IClassFixture<PublicWorld>
{
    [Fact]
    public async Task Everybody_who_signed_is_on_some_page_once_and_in_order()
    {
        var campaign = await world.CampaignAsync();
        await world.ConfirmedSignersAsync(campaign, 205, new SignerSpec { ShowName = true });
        var (numbers, pages) = (new List<string>(), 0);
        for (string? next = $"{world.AddressOf(campaign)}/signers"; next is not null; pages++)
        {
            var page = await world.Visitor().GetAsync(next);
            numbers.AddRange(page.Html.QuerySelectorAll(".lines__no").Select(n => n.TextContent));
            next = page.Html.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal(3, pages);
        Assert.Equal(Enumerable.Range(1, 205).Reverse().Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture)), numbers);
    }

    [Fact]
    public async Task A_name_stands_there_only_of_who_asked_for_it_and_then_shortened()
    {
        var campaign = await world.CampaignAsync();
        await world.ConfirmedSignersAsync(campaign, 1, new SignerSpec { Name = "Maxine Kowalski", ShowName = true });
        await world.ConfirmedSignersAsync(campaign, 1, new SignerSpec { Name = "Ruth Unseen" });
        var page = await world.Visitor().GetAsync($"{world.AddressOf(campaign)}/signers");
        Assert.Equal(["Someone in Canada", "Maxine K. Canada"], page.Html.QuerySelectorAll(".lines__who").Select(who => who.TextContent.Trim()));
        Assert.DoesNotContain("Ruth", page.Source, StringComparison.Ordinal);
        Assert.DoesNotContain("Kowalski", page.Source, StringComparison.Ordinal);
        Assert.Equal("noindex", page.Html.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
    }

    [Fact]
    public async Task Where_the_campaign_shows_no_names_there_is_no_list_and_no_way_to_it()
    {
        var campaign = await world.CampaignAsync(with: c => c.PublicNames = false);
        await world.ConfirmedSignersAsync(campaign, 3, new SignerSpec { ShowName = true });
        Assert.Equal(HttpStatusCode.NotFound, (await world.Visitor().RawAsync($"{world.AddressOf(campaign)}/signers")).StatusCode);
        Assert.Empty((await world.Visitor().GetAsync(world.AddressOf(campaign))).Html.QuerySelectorAll("a[href*='/signers']"));
    }
}
