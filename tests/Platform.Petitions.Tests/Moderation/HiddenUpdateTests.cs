using System.Net;
using Platform.Core.Access;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.Moderation;

/// <summary>What organisers tell: reported by readers, hidden by staff.</summary>
public sealed class HiddenUpdateTests(StaffWorld world) : IClassFixture<StaffWorld>
{
    [Fact]
    public async Task A_reported_update_is_hidden_with_a_reason_its_organisers_read_and_can_come_back()
    {
        var stage = await Stage.SetAsync(world);
        await world.UpdateAsync(stage.Campaign, "Names a private person");
        var report = await world.Visitor().GetAsync((await world.Visitor().GetAsync(stage.Path + "/updates/1")).Html.QuerySelector("a[href*='/report?update=1']")!.GetAttribute("href")!);
        Assert.Equal("Names a private person", report.One("blockquote"));
        await world.Visitor().SubmitAsync(report, "main form", ("Reason", "private"));
        var reports = await world.Moderator.GetAsync("/admin/reports");
        var file = await world.Moderator.GetAsync(reports.Html.QuerySelector($"a[href$='{stage.Campaign.Id}#updates']")!.GetAttribute("href")!);

        await world.Moderator.SubmitAsync(file, "#updates form", ("because", " "));
        Assert.Equal(HttpStatusCode.OK, (await world.Visitor().GetAsync(stage.Path + "/updates/1")).Status);
        file = await world.Moderator.SubmitAsync(file, "#updates form", ("because", "It names a private person."));

        Assert.Equal(HttpStatusCode.Gone, (await world.Visitor().GetAsync(stage.Path + "/updates/1")).Status);
        foreach (var address in new[] { "", "/updates", "/updates/1", "/feed" })
        {
            Assert.DoesNotContain("Names a private", (await world.Visitor().GetAsync(stage.Path + address)).Source, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await world.Visitor().GetAsync(stage.Path + "/report?update=1")).Status);
        var (editor, _) = await world.MemberAsync(stage.Organisation, MemberRole.Editor);
        var desk = $"/{stage.Organisation.Slug}/desk/campaigns/{stage.Campaign.Id}/updates";
        Assert.Contains("It names a private person.", (await editor.GetAsync(desk)).One(".notice--warning"), StringComparison.Ordinal);
        Assert.Equal("update.hide", (await world.ActsAsync(stage.Campaign))[^1]);

        await world.Moderator.SubmitAsync(file, "#updates form");
        Assert.Contains("Names a private person", (await world.Visitor().GetAsync(stage.Path)).One(".timeline"), StringComparison.Ordinal);
        Assert.Equal("update.show", (await world.ActsAsync(stage.Campaign))[^1]);
    }
}
