using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.Moderation;

/// <summary>What signers say: reported by readers, hidden by staff.</summary>
public sealed class SignerReasonTests(StaffWorld world) : IClassFixture<StaffWorld>
{
    [Fact]
    public async Task A_reported_reason_is_hidden_and_the_signature_still_counts()
    {
        var stage = await Stage.SetAsync(world);
        await world.ConfirmedSignersAsync(stage.Campaign, 1, new SignerSpec { Reason = "An unkind reason." });
        await world.ConfirmedSignersAsync(stage.Campaign, 1, new SignerSpec { Reason = "A kind reason." });
        var page = await world.Visitor().GetAsync(stage.Path);
        var link = page.Html.QuerySelector(".voices li:last-child a.report")!.GetAttribute("href")!;

        var form = await world.Visitor().GetAsync(link);
        Assert.Equal("An unkind reason.", form.One("blockquote"));
        await world.Visitor().SubmitAsync(form, "main form", ("Reason", "hate"));
        var reports = await world.Moderator.GetAsync("/admin/reports");
        Assert.Contains("An unkind reason.", reports.One($"main section:has(a[href$='{stage.Campaign.Id}']) blockquote")!, StringComparison.Ordinal);
        reports = await world.Moderator.SubmitAsync(reports, $"form[action*='{stage.Campaign.Id}/signer-reasons/']");

        page = await world.Visitor().GetAsync(stage.Path);
        Assert.DoesNotContain("An unkind reason.", page.Source, StringComparison.Ordinal);
        Assert.Contains("A kind reason.", page.One(".voices")!, StringComparison.Ordinal);
        Assert.Equal("2", page.One("[data-count] > span"));
        Assert.Equal(HttpStatusCode.NotFound, (await world.Visitor().GetAsync(link)).Status);
        Assert.Equal("signature.reason-hide", (await world.ActsAsync(stage.Campaign))[^1]);

        await world.Moderator.SubmitAsync(reports, $"form[action*='{stage.Campaign.Id}/signer-reasons/']");
        Assert.Contains("An unkind reason.", (await world.Visitor().GetAsync(stage.Path)).Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reason_that_is_not_public_cannot_be_reported()
    {
        var stage = await Stage.SetAsync(world);
        await world.ConfirmedSignersAsync(stage.Campaign, 1);
        foreach (var signer in new[] { "1", "2", "-5" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await world.Visitor().GetAsync($"{stage.Path}/report?signer={signer}")).Status);
        }
    }

    [Fact]
    public async Task A_campaign_and_one_of_its_reasons_are_reported_apart()
    {
        var stage = await Stage.SetAsync(world);
        await world.ConfirmedSignersAsync(stage.Campaign, 1, new SignerSpec { Reason = "Said here." });
        foreach (var address in new[] { "/report", "/report?signer=1", "/report?signer=1" })
        {
            await world.Visitor().SubmitAsync(await world.Visitor().GetAsync(stage.Path + address), "main form", ("Reason", "false"));
        }

        Assert.Equal(2, await world.InDbAsync(stage.Organisation.Id, db => db.Reports.CountAsync()));
    }
}
