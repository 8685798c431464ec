using System.Globalization;
using Platform.Core.Access;
using Platform.Petitions.Campaigns;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.Desk;

public sealed class DeskPageTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task The_desk_shows_today_all_and_a_series_whose_bars_equal_its_table()
    {
        var stage = await Stage.SetAsync(host, with: c => c.Goal = 5000);
        await host.ConfirmedSignersAsync(stage.Campaign, 3000);
        var (viewer, _) = await host.MemberAsync(stage.Organisation, MemberRole.Viewer);

        var page = await viewer.GetAsync($"/{stage.Organisation.Slug}/desk/campaigns/{stage.Campaign.Id}");

        var numbers = page.Html.QuerySelectorAll(".numbers dd").Select(d => int.Parse(d.TextContent, NumberStyles.AllowThousands, CultureInfo.InvariantCulture)).ToList();
        var rows = page.Html.QuerySelectorAll(".chart tbody tr").Select(r => int.Parse(r.Children[1].TextContent, NumberStyles.AllowThousands, CultureInfo.InvariantCulture)).ToList();
        Assert.Equal([3000, 5000], numbers[1..]);
        Assert.Equal((30, 3000, numbers[0]), (rows.Count, rows.Sum(), rows[0]));
        var bars = page.Html.QuerySelectorAll(".chart rect title").Select(t => int.Parse(t.TextContent.Split(": ")[1], NumberStyles.AllowThousands, CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(rows.Where(n => n > 0).Reverse(), bars);
        Assert.Contains("3,000", page.Html.QuerySelector(".chart svg")!.GetAttribute("aria-label"), StringComparison.Ordinal);
        Assert.Empty(page.Html.QuerySelectorAll(".chart [style]"));
    }

    [Fact]
    public async Task An_organisers_own_signature_is_nothing_special_and_number_one_is_who_confirms_first()
    {
        var stage = await Stage.SetAsync(host);
        await host.JoinAsync(stage.Organiser, stage.Organisation);
        var organiser = await host.AtDeskAsync(stage.Organiser);
        Assert.Equal(0, await stage.CountAsync());
        Assert.Contains("Your own signature is not in it by itself", (await organiser.GetAsync($"/{stage.Organisation.Slug}/desk/campaigns/{stage.Campaign.Id}")).Text, StringComparison.Ordinal);

        await stage.SignAsync(organiser, stage.Organiser.Name, stage.Organiser.Email!);
        await stage.SignAsync(host.Visitor(), "Ada Byron", "ada@first.example");
        Assert.Contains("You are number 1", (await stage.ConfirmAsync(host.Visitor(), "ada@first.example")).Text, StringComparison.Ordinal);
        Assert.Contains("You are number 2", (await stage.ConfirmAsync(organiser, stage.Organiser.Email!)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CampaignStatus.Draft, "/edit/")]
    [InlineData(CampaignStatus.Submitted, "/submission/return")]
    [InlineData(CampaignStatus.ChangesRequested, "/edit/")]
    [InlineData(CampaignStatus.Published, "/closure")]
    [InlineData(CampaignStatus.Closed, "/outcome")]
    public async Task Each_state_says_what_to_do_next(CampaignStatus status, string offered)
    {
        var stage = await Stage.SetAsync(host, status);
        var (owner, _) = await host.MemberAsync(stage.Organisation, MemberRole.Owner);
        var page = await owner.GetAsync($"/{stage.Organisation.Slug}/desk/campaigns/{stage.Campaign.Id}");
        Assert.NotNull(page.Html.QuerySelector($"a[href*='{offered}'], form[action*='{offered}']"));
        Assert.DoesNotContain("desk.", page.Text, StringComparison.Ordinal);
    }
}
