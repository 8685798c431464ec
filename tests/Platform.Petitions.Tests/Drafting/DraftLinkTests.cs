using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Petitions.Campaigns;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.Drafting;

/// <summary>Showing a draft to others by a secret link.</summary>
public sealed class DraftLinkTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task Whoever_has_the_link_reads_the_draft_and_no_search_engine_does()
    {
        var (stage, _, link) = await OfferedAsync();

        var page = await host.Visitor().GetAsync(link);

        Assert.Equal("Bring Kavoos home", page.One("h1"));
        Assert.NotNull(page.Html.QuerySelector("meta[name=robots][content=noindex]"));
        Assert.Equal("noindex, nofollow", page.Response.Headers.GetValues("X-Robots-Tag").Single());
        Assert.Equal("no-referrer", page.Response.Headers.GetValues("Referrer-Policy").Single());
        Assert.Null(page.Html.QuerySelector("meta[property^='og:']"));
        Assert.NotNull(page.Html.QuerySelector("fieldset[disabled] #sign"));
        Assert.DoesNotContain(link.Split('/')[^1], await host.InDbAsync(stage.Organisation.Id, async db => Convert.ToHexString((await db.DraftLinks.SingleAsync(l => l.CampaignId == stage.Campaign.Id)).TokenHash)), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_link_ends_when_its_time_is_over_or_when_it_is_revoked()
    {
        var (stage, editor, first) = await OfferedAsync();
        await editor.SubmitAsync(await editor.GetAsync(Links(stage)), "form[action$='/revocation']");
        Assert.Equal(HttpStatusCode.NotFound, (await host.Visitor().GetAsync(first)).Status);

        var second = await OfferAsync(editor, stage, "1");
        Assert.Equal(HttpStatusCode.OK, (await host.Visitor().GetAsync(second)).Status);
        await host.InDbAsync(stage.Organisation.Id, db => db.DraftLinks.Where(l => l.CampaignId == stage.Campaign.Id).ExecuteUpdateAsync(set => set.SetProperty(l => l.ExpiresAt, l => l.CreatedAt)));
        Assert.Equal(HttpStatusCode.NotFound, (await host.Visitor().GetAsync(second)).Status);
        Assert.DoesNotContain(second, (await editor.GetAsync(Links(stage))).Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_may_ask_for_an_account()
    {
        var (_, _, link) = await OfferedAsync(("needsAccount", "true"));

        var asked = await host.Visitor().GetAsync(link);
        Assert.Equal("/account/sign-in", asked.Address.AbsolutePath);
        Assert.DoesNotContain("Kavoos", asked.Source, StringComparison.Ordinal);
        var reader = await host.AtDeskAsync(await host.UserAsync());
        Assert.Equal("Bring Kavoos home", (await reader.GetAsync(link)).One("h1"));
    }

    [Fact]
    public async Task Of_another_organisation_it_opens_nothing_and_after_publication_it_leads_to_the_page()
    {
        var (stage, _, link) = await OfferedAsync();
        var other = await Stage.SetAsync(host, CampaignStatus.Draft);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Visitor().GetAsync(link.Replace(stage.Organisation.Slug, other.Organisation.Slug, StringComparison.Ordinal))).Status);

        await host.InDbAsync(stage.Organisation.Id, db => db.Campaigns.Where(c => c.Id == stage.Campaign.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.Status, CampaignStatus.Published)));
        Assert.Equal(stage.Path, (await host.Visitor().GetAsync(link)).Address.AbsolutePath);
    }

    private async Task<(Stage Stage, Visitor Editor, string Link)> OfferedAsync(params (string Name, string? Value)[] more)
    {
        var stage = await Stage.SetAsync(host, CampaignStatus.Draft);
        var (editor, _) = await host.MemberAsync(stage.Organisation, MemberRole.Editor);
        return (stage, editor, await OfferAsync(editor, stage, "7", more));
    }

    private static async Task<string> OfferAsync(Visitor editor, Stage stage, string days, params (string Name, string? Value)[] more)
    {
        var page = await editor.SubmitAsync(await editor.GetAsync(Links(stage)), "#offer", [("days", days), .. more]);
        return new Uri(page.Html.QuerySelector("input[readonly]")!.GetAttribute("value")!).AbsolutePath;
    }

    private static string Links(Stage stage) => $"/{stage.Organisation.Slug}/desk/campaigns/{stage.Campaign.Id}/draft-links";
}
