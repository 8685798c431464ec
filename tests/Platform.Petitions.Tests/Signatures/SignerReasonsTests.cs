using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Petitions.Tests.CampaignPage;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.Signatures;

public sealed class SignerReasonsTests(PublicWorld world) : IClassFixture<PublicWorld>
{
    [Fact]
    public async Task Up_to_three_reasons_stand_first_on_the_page_until_they_are_put_back()
    {
        var stage = await SpokenAsync(8);
        var (editor, _) = await world.MemberAsync(stage.Organisation, MemberRole.Editor);
        var desk = $"/{stage.Organisation.Slug}/desk/campaigns/{stage.Campaign.Id}/reasons";
        foreach (var reason in new[] { "Reason 1.", "Reason 2.", "Reason 5." })
        {
            await PressAsync(editor, desk, reason);
        }

        Assert.Equal(["Reason 1.", "Reason 2.", "Reason 5.", "Reason 8.", "Reason 7.", "Reason 6.", "Reason 4.", "Reason 3."], await QuotesAsync(stage));
        var refused = await PressAsync(editor, desk, "Reason 8.");
        Assert.NotNull(refused.Html.QuerySelector("[role=alert]"));

        await PressAsync(editor, desk, "Reason 2.");
        await PressAsync(editor, desk, "Reason 8.");
        Assert.Equal(["Reason 1.", "Reason 5.", "Reason 8."], (await QuotesAsync(stage)).Take(3));
        Assert.Equal(3, (await world.Visitor().GetAsync(stage.Path)).Html.QuerySelectorAll(".voices .label").Length);
    }

    [Fact]
    public async Task However_many_press_at_once_three_is_the_most()
    {
        var stage = await SpokenAsync(8);
        var (editor, _) = await world.MemberAsync(stage.Organisation, MemberRole.Editor);
        var page = await editor.GetAsync($"/{stage.Organisation.Slug}/desk/campaigns/{stage.Campaign.Id}/reasons");
        await Task.WhenAll(page.Html.QuerySelectorAll(".voices form").Select(form => editor.SubmitAsync(page, $"form[action='{form.GetAttribute("action")}']")));
        Assert.Equal(3, await world.InDbAsync(stage.Organisation.Id, db => db.ReasonMarks.CountAsync(m => m.PinnedAt != null)));
    }

    [Fact]
    public async Task A_pinned_reason_that_staff_hid_is_gone_and_leaves_its_place_to_another()
    {
        var stage = await SpokenAsync(4);
        var (editor, _) = await world.MemberAsync(stage.Organisation, MemberRole.Editor);
        var desk = $"/{stage.Organisation.Slug}/desk/campaigns/{stage.Campaign.Id}/reasons";
        foreach (var reason in new[] { "Reason 1.", "Reason 2.", "Reason 3." })
        {
            await PressAsync(editor, desk, reason);
        }

        await world.InDbAsync(stage.Organisation.Id, db => db.Signatures.Where(s => s.Reason == "Reason 1.").ExecuteUpdateAsync(set => set.SetProperty(s => s.ReasonHidden, true)));
        await PressAsync(editor, desk, "Reason 4.");
        Assert.Equal(["Reason 2.", "Reason 3.", "Reason 4."], await QuotesAsync(stage));
    }

    private async Task<Stage> SpokenAsync(int count)
    {
        var stage = await Stage.SetAsync(world);
        for (var i = 1; i <= count; i++)
        {
            await world.ConfirmedSignersAsync(stage.Campaign, 1, new SignerSpec { Reason = $"Reason {i}." });
        }

        return stage;
    }

    private static async Task<Page> PressAsync(Visitor editor, string desk, string reason)
    {
        var page = await editor.GetAsync(desk);
        var form = page.Html.QuerySelectorAll(".voices li").Single(li => li.QuerySelector("blockquote")!.TextContent == reason).QuerySelector("form")!;
        return await editor.SubmitAsync(page, $"form[action='{form.GetAttribute("action")}']");
    }

    private async Task<IEnumerable<string>> QuotesAsync(Stage stage) => (await world.Visitor().GetAsync(stage.Path)).Html.QuerySelectorAll(".voices blockquote").Select(q => q.TextContent);
}
