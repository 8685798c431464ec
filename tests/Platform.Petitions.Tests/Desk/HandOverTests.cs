using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Petitions.Campaigns;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.Desk;

public sealed class HandOverTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task A_campaign_goes_to_another_member_and_both_hear_of_it()
    {
        var stage = await Stage.SetAsync(host);
        await host.JoinAsync(stage.Organiser, stage.Organisation);
        var (_, heir) = await host.MemberAsync(stage.Organisation, MemberRole.Editor);
        var (_, viewer) = await host.MemberAsync(stage.Organisation, MemberRole.Viewer);
        var owner = await host.AtDeskAsync(stage.Organiser);
        var page = await owner.GetAsync(Desk(stage) + "/transfer");
        Assert.DoesNotContain(viewer.Id.ToString(), page.Source, StringComparison.Ordinal);

        var refused = await owner.SubmitAsync(page, "#transfer", ("member", viewer.Id.ToString()));
        Assert.NotNull(refused.Html.QuerySelector(".errors"));
        await owner.SubmitAsync(page, "#transfer", ("member", heir.Id.ToString()));

        Assert.Equal(heir.Id, await HolderAsync(stage));
        await host.Mail.WaitAsync(heir.Email!, "Now yours");
        var given = await host.Mail.WaitAsync(stage.Organiser.Email!, "Handed over");
        Assert.Contains(heir.Name, given.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_leaves_leaves_no_campaign_behind()
    {
        var stage = await Stage.SetAsync(host, CampaignStatus.Draft);
        await host.JoinAsync(stage.Organiser, stage.Organisation, MemberRole.Editor);
        var (_, owner) = await host.MemberAsync(stage.Organisation, MemberRole.Owner);
        var leaver = await host.AtDeskAsync(stage.Organiser);

        await leaver.SubmitAsync(await leaver.GetAsync($"/{stage.Organisation.Slug}/desk/leave"), "#leave");

        Assert.Equal(owner.Id, await HolderAsync(stage));
        await host.Mail.WaitAsync(owner.Email!, "Now yours");
    }

    private Task<Guid> HolderAsync(Stage stage) => host.InDbAsync(stage.Organisation.Id, db => db.Campaigns.Where(c => c.Id == stage.Campaign.Id).Select(c => c.CreatedBy).SingleAsync());

    private static string Desk(Stage stage) => $"/{stage.Organisation.Slug}/desk/campaigns/{stage.Campaign.Id}";
}
