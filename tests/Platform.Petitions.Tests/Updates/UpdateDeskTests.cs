using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Tests.CampaignPage;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.Updates;

/// <summary>Written, published, corrected, taken back: by organisers.</summary>
public sealed class UpdateDeskTests(PublicWorld world) : IClassFixture<PublicWorld>
{
    [Fact]
    public async Task What_is_typed_is_kept_wrong_or_right_and_nobody_else_sees_it()
    {
        var (stage, editor) = await SetAsync();
        var page = await editor.SubmitAsync(await editor.GetAsync(Desk(stage)), "#begin");
        var here = page.Address.AbsolutePath;
        Assert.Equal(here, (await editor.SubmitAsync(await editor.GetAsync(Desk(stage)), "#begin")).Address.AbsolutePath);

        await editor.PostAsync(new Uri(page.Address, here + "/autosave"), [.. Visitor.Fields(page, "#update").Where(f => f.Key != "Title"), new("Title", "Half a ti")], page.Address);
        Assert.Equal("Half a ti", (await editor.GetAsync(here)).Html.QuerySelector("#Title")!.GetAttribute("value"));

        page = await editor.SubmitAsync(page, "#update", ("Title", "=SUM"), ("Body", " "), ("go", "preview"));
        Assert.Equal(("Begin with a letter or a number", "Tell what happened"), (page.One("#Title-error"), page.One("#Body-error")));
        Assert.Equal("=SUM", page.Html.QuerySelector("#Title")!.GetAttribute("value"));
        Assert.Equal(here, (await editor.GetAsync(here + "/publication")).Address.AbsolutePath);
        Assert.Equal(here, (await editor.PostDirectlyAsync(here + "/publication", ("mail", "false"))).Address.AbsolutePath);

        await editor.SubmitAsync(page, "#update", ("Title", "The hearing is on Friday"), ("Body", "Come if you **can**."), ("go", "save"));
        Assert.Equal("The hearing is on Friday", (await editor.GetAsync(Desk(stage))).One(".updates h2"));
        var seen = await world.Visitor().GetAsync(stage.Path);
        Assert.DoesNotContain("hearing", seen.Source, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Visitor().GetAsync(stage.Path + "/updates/1")).Status);
    }

    [Fact]
    public async Task The_preview_is_the_page_and_a_second_press_publishes_nothing_more()
    {
        var (stage, editor) = await SetAsync();
        var draft = await world.DraftAsync(stage.Campaign);
        var preview = await editor.GetAsync($"{Desk(stage)}/{draft.Id}/publication");
        Assert.Equal(("The hearing is on Friday", "can"), (preview.One(".sheet h1"), preview.One(".sheet .prose strong")));

        var list = await editor.SubmitAsync(preview, "#publish", ("mail", "false"));
        await editor.SubmitAsync(preview, "#publish", ("mail", "false"));
        Assert.Contains("Update 1", list.One(".updates"), StringComparison.Ordinal);
        Assert.Contains("Not mailed", list.One(".updates .fine"), StringComparison.Ordinal);

        var page = await world.Visitor().GetAsync(stage.Path);
        Assert.Equal("The hearing is on Friday", page.One(".updates h3 a"));
        Assert.Single(page.Html.QuerySelectorAll(".timeline li"), e => e.TextContent.Contains("Update 1", StringComparison.Ordinal));
        Assert.Equal(["update.publish"], await ActsAsync(stage));
        Assert.Equal(0, await world.InDbAsync(stage.Organisation.Id, db => db.NewsMailings.CountAsync()));
        Assert.Equal("Come if you can.", (await world.Visitor().GetAsync(page.Html.QuerySelector(".updates h3 a")!.GetAttribute("href")!)).One(".prose"));
    }

    [Fact]
    public async Task A_correction_shows_at_once_says_so_and_publishes_nothing_again()
    {
        var (stage, editor) = await SetAsync();
        var update = await world.UpdateAsync(stage.Campaign, "The hering is on Friday");
        var form = await editor.GetAsync($"{Desk(stage)}/{update.Id}");
        Assert.Null(form.Html.QuerySelector("#Language"));
        Assert.NotNull((await editor.SubmitAsync(form, "#update", ("Title", ""))).One("#Title-error"));
        await editor.SubmitAsync(form, "#update", ("Title", "The hearing is on Monday"), ("Language", "fa"));

        var page = await world.Visitor().GetAsync(stage.Path + "/updates/1");
        Assert.Equal("The hearing is on Monday", page.One("h1"));
        Assert.Contains("Corrected on", page.One(".meta"), StringComparison.Ordinal);
        Assert.Equal("en", page.Html.QuerySelector("h1")!.GetAttribute("lang"));
        page = await world.Visitor().GetAsync(stage.Path);
        Assert.DoesNotContain("hering", page.Source, StringComparison.Ordinal);
        Assert.Single(page.Html.QuerySelectorAll(".timeline li"), e => e.TextContent.Contains("The hearing is on Monday", StringComparison.Ordinal));
        Assert.Equal(["update.publish", "update.correct"], await ActsAsync(stage));
    }

    [Fact]
    public async Task What_was_taken_back_leaves_every_page_and_its_number_is_not_given_again()
    {
        var (stage, editor) = await SetAsync();
        var update = await world.UpdateAsync(stage.Campaign, "Said too early");
        await editor.SubmitAsync(await editor.GetAsync($"{Desk(stage)}/{update.Id}/removal"), "#remove");
        await editor.PostDirectlyAsync($"{Desk(stage)}/{update.Id}", ("Title", "Said again"), ("Body", "Said again."));
        await world.UpdateAsync(stage.Campaign, "Said in time");

        var gone = await world.Visitor().GetAsync(stage.Path + "/updates/1");
        Assert.Equal(HttpStatusCode.Gone, gone.Status);
        Assert.Contains("took it back", gone.One(".lead"), StringComparison.Ordinal);
        foreach (var address in new[] { "", "/updates", "/updates/1", "/updates/2", "/feed" })
        {
            Assert.DoesNotContain("too early", (await world.Visitor().GetAsync(stage.Path + address)).Source, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.OK, (await world.Visitor().GetAsync(stage.Path + "/updates/2")).Status);
        Assert.Equal(["update.publish", "update.take-back", "update.publish"], await ActsAsync(stage));
    }

    [Fact]
    public async Task A_draft_that_is_thrown_away_is_gone()
    {
        var (stage, editor) = await SetAsync();
        var draft = await world.DraftAsync(stage.Campaign);
        var list = await editor.SubmitAsync(await editor.GetAsync($"{Desk(stage)}/{draft.Id}/removal"), "#remove");
        Assert.Equal("No updates yet", list.One(".empty h2"));
        Assert.Equal(HttpStatusCode.NotFound, (await editor.GetAsync($"{Desk(stage)}/{draft.Id}")).Status);
    }

    [Theory]
    [InlineData(CampaignStatus.Draft, false)]
    [InlineData(CampaignStatus.Submitted, false)]
    [InlineData(CampaignStatus.Suspended, false)]
    [InlineData(CampaignStatus.Removed, false)]
    [InlineData(CampaignStatus.Closed, true)]
    [InlineData(CampaignStatus.Archived, true)]
    public async Task There_is_news_of_what_everybody_can_read_and_of_nothing_else(CampaignStatus status, bool may)
    {
        var (stage, editor) = await SetAsync(status);
        var draft = await world.DraftAsync(stage.Campaign);
        Assert.Equal(may, (await editor.GetAsync(Desk(stage))).Html.QuerySelector("#begin") is not null);
        await editor.PostDirectlyAsync($"{Desk(stage)}/{draft.Id}/publication", ("mail", "true"));
        Assert.Equal(may, await world.InDbAsync(stage.Organisation.Id, db => db.Updates.AnyAsync(u => u.PublishedAt != null)));
        Assert.Equal(may ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await world.Visitor().GetAsync(stage.Path + "/updates/1")).Status);
    }

    private async Task<(Stage Stage, Visitor Editor)> SetAsync(CampaignStatus status = CampaignStatus.Published)
    {
        var stage = await Stage.SetAsync(world, status);
        return (stage, (await world.MemberAsync(stage.Organisation, MemberRole.Editor)).Visitor);
    }

    private Task<List<string>> ActsAsync(Stage stage) => world.InDbAsync(stage.Organisation.Id, db => db.Audit.Where(a => a.Action.StartsWith("update.")).OrderBy(a => a.Id).Select(a => a.Action).ToListAsync());

    private static string Desk(Stage stage) => $"/{stage.Organisation.Slug}/desk/campaigns/{stage.Campaign.Id}/updates";
}
