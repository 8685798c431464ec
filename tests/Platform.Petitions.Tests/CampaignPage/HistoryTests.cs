using Platform.Petitions.Campaigns;
using Platform.Testing.Data;
using Xunit;

namespace Platform.Petitions.Tests.CampaignPage;

public sealed class HistoryTests(PublicWorld world) : IClassFixture<PublicWorld>
{
    [Fact]
    public async Task A_corrected_wording_is_shown_with_what_changed_and_who_signed_which()
    {
        var campaign = await world.CampaignAsync(with: c => c.Body = "Stays.\n\nWas wrong.");
        await world.ConfirmedSignersAsync(campaign, 4);
        var now = TimeProvider.System.GetUtcNow();
        await world.ChangeAsync(campaign, c => c.ApproveText(c.Write("en", "Bring Kavoos home", "Reopen his case and let him stay.", "Stays.\n\nIs right.", world.Author.Id, now), world.Author.Id, now));
        await world.ConfirmedSignersAsync(campaign, 1, new SignerSpec { TextVersion = 2 });

        var page = await world.Visitor().GetAsync(world.AddressOf(campaign) + "/history");
        Assert.Equal(["#version-2", "#version-1"], page.Html.QuerySelectorAll("section[id^=version]").Select(s => "#" + s.Id));
        Assert.Contains("1 signature for this wording", page.One("#version-2")!, StringComparison.Ordinal);
        Assert.Contains("4 signatures for this wording", page.One("#version-1")!, StringComparison.Ordinal);
        Assert.Equal(("Was wrong.", "Is right."), (page.One("#version-2 del"), page.One("#version-2 ins")));
        Assert.NotNull((await world.Visitor().GetAsync(world.AddressOf(campaign))).Html.QuerySelector("a[href*='/history']"));
    }

    [Fact]
    public async Task A_wording_that_waits_for_approval_is_shown_nowhere()
    {
        var campaign = await world.CampaignAsync();
        await world.ChangeAsync(campaign, c => c.Write("en", "Waitlistium title", "d", "b", world.Author.Id, TimeProvider.System.GetUtcNow()));
        foreach (var output in new[] { "", "/history" })
        {
            Assert.DoesNotContain("Waitlistium", (await world.Visitor().GetAsync(world.AddressOf(campaign) + output)).Source, StringComparison.Ordinal);
        }

        Assert.Null((await world.Visitor().GetAsync("/search?q=Waitlistium")).Html.QuerySelector(".petition"));
    }
}
