using Platform.Core.Access;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.Moderation;

/// <summary>Words an organiser sends out with other people's names behind them: seen by staff, removed by them.</summary>
public sealed class RemovedShareTextTests(StaffWorld world) : IClassFixture<StaffWorld>
{
    [Fact]
    public async Task A_share_text_is_removed_with_a_reason_its_organisers_read_and_the_others_go_on()
    {
        var stage = await Stage.SetAsync(world);
        await world.OfferShareTextsAsync(stage.Campaign, "Ask Jane Private of Elm Street", "He is one of us");
        var file = await world.Moderator.GetAsync($"/admin/campaigns/{stage.Campaign.Id}");
        Assert.Equal(["He is one of us", "Ask Jane Private of Elm Street"], file.Html.QuerySelectorAll("#share-texts p[lang=en]").Select(p => p.TextContent));

        var form = "#share-texts form[action$='/share-texts/1']";
        file = await world.Moderator.SubmitAsync(file, form, ("because", " "));
        Assert.NotNull(file.Html.QuerySelector(form));
        file = await world.Moderator.SubmitAsync(file, form, ("because", "It names a private person."));
        Assert.Null(file.Html.QuerySelector(form));
        Assert.Contains("It names a private person.", file.One("#share-texts li:last-child"), StringComparison.Ordinal);
        Assert.Equal("share-texts.remove", (await world.ActsAsync(stage.Campaign))[^1]);

        Assert.Equal("He is one of us", (await world.Visitor().GetAsync(stage.Path)).Html.QuerySelector("[data-share]")!.GetAttribute("data-text"));
        var (viewer, _) = await world.MemberAsync(stage.Organisation, MemberRole.Viewer);
        var desk = await viewer.GetAsync($"/{stage.Organisation.Slug}/desk/campaigns/{stage.Campaign.Id}/sharing/texts");
        Assert.Contains("It names a private person.", desk.One("#text-1 .notice--warning"), StringComparison.Ordinal);
    }
}
