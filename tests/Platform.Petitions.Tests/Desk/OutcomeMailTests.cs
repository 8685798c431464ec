using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Outbox;
using Platform.Petitions.Tests.Updates;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.Desk;

/// <summary>The outcome by mail, to those who wanted to know.</summary>
public sealed class OutcomeMailTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task The_outcome_is_mailed_once_to_so_many_as_the_button_said()
    {
        var stage = await Stage.SetAsync(host);
        var reader = await stage.ReaderAsync("lectrice@outcome.example", "fr");
        await stage.ReaderAsync("silent@outcome.example", wants: false);
        await host.InDbAsync(stage.Organisation.Id, async db =>
        {
            (await db.Campaigns.Include(c => c.Texts).SingleAsync()).Close(MoveActor.Organiser, ClosingReason.Other, "Over.", TimeProvider.System.GetUtcNow());
            return await db.SaveChangesAsync();
        });
        var (owner, _) = await host.MemberAsync(stage.Organisation, MemberRole.Owner);
        var address = $"/{stage.Organisation.Slug}/desk/campaigns/{stage.Campaign.Id}/outcome";
        var page = await owner.GetAsync(address);
        Assert.Equal("1", page.Html.QuerySelector("#outcome [name=Mail][value=true]")!.GetAttribute("data-count"));

        await owner.SubmitAsync(page, "#outcome", ("Result", "Partly"), ("Words", "He may stay for a *year*."), ("Mail", "true"));
        await owner.SubmitAsync(page, "#outcome", ("Result", "Partly"), ("Words", "He may stay for two *years*."), ("Mail", "true"));
        await Task.WhenAll(host.LayNewsAsync(), host.LayNewsAsync());
        Assert.Equal([reader], (await stage.LaidAsync(MailKind.OutcomeForSigner)).Select(m => m.Subject));

        // What is true when it leaves.
        await stage.NightAsync();
        var mail = await host.Mail.WaitAsync("lectrice@outcome.example", "L’issue de");
        Assert.Contains("He may stay for two *years*.", mail.Text, StringComparison.Ordinal);
        Assert.Contains("la demande a abouti en partie", mail.Text, StringComparison.Ordinal);
        Assert.NotNull(mail.Header("List-Unsubscribe"));
        page = await owner.GetAsync(address);
        Assert.Null(page.Html.QuerySelector("#outcome [name=Mail]"));
        Assert.Contains("1 person", page.One("#mailed"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_says_it_without_mailing_mails_nobody_and_can_later()
    {
        var stage = await Stage.SetAsync(host, CampaignStatus.Closed);
        var (owner, _) = await host.MemberAsync(stage.Organisation, MemberRole.Owner);
        var address = $"/{stage.Organisation.Slug}/desk/campaigns/{stage.Campaign.Id}/outcome";
        await host.ConfirmedSignersAsync(stage.Campaign, 1);
        await host.InDbAsync(stage.Organisation.Id, db => db.Signatures.ExecuteUpdateAsync(set => set.SetProperty(s => s.WantsUpdates, true)));
        await owner.SubmitAsync(await owner.GetAsync(address), "#outcome", ("Result", "Achieved"), ("Words", "He stays."), ("Mail", "false"));
        await host.LayNewsAsync();
        Assert.Empty(await stage.LaidAsync(MailKind.OutcomeForSigner));

        await owner.SubmitAsync(await owner.GetAsync(address), "#outcome", ("Mail", "true"));
        await host.LayNewsAsync();
        Assert.Single(await stage.LaidAsync(MailKind.OutcomeForSigner));
    }
}
