using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Access;
using Platform.Petitions.Confirming;
using Platform.Petitions.Counting;
using Platform.Petitions.Milestones;
using Platform.Petitions.Outbox;
using Platform.Petitions.Signing;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.Milestones;

public sealed class SimulatorTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task What_would_be_sent_at_5000_and_to_how_many_is_said_before_and_true_after()
    {
        var stage = await Stage.SetAsync(host);
        await host.ConfirmedSignersAsync(stage.Campaign, 4996);
        await ConfirmAsync(stage, "asked-1", true);
        await ConfirmAsync(stage, "asked-2", true);
        await ConfirmAsync(stage, "silent", false);
        var (viewer, _) = await host.MemberAsync(stage.Organisation, MemberRole.Viewer);
        var address = $"/{stage.Organisation.Slug}/desk/campaigns/{stage.Campaign.Id}/milestones";

        // Counted when it is asked for, and not at each look.
        var page = await viewer.GetAsync(address);
        Assert.Null(page.Html.QuerySelector("#would-send"));
        Assert.NotNull(page.Html.QuerySelector("#simulator option[value='5000']"));
        var before = await viewer.GetAsync(address + "?at=5000");
        var foretold = int.Parse(before.Html.QuerySelector("#would-send")!.GetAttribute("data-count")!, CultureInfo.InvariantCulture);
        Assert.Equal(2, foretold);
        await ConfirmAsync(stage, "last", false);
        await host.InScopeAsync(null, async services =>
        {
            await ActivatorUtilities.CreateInstance<MilestoneSignersJob>(services).RunAsync(CancellationToken.None);
            return 0;
        });

        Assert.Equal(foretold, await host.InDbAsync(null, db => db.Outbox.CountAsync(m => m.CampaignId == stage.Campaign.Id && m.Kind == MailKind.MilestoneForSigner && m.Detail == "5000")));
        Assert.Equal(1, await host.InDbAsync(null, db => db.Outbox.CountAsync(m => m.CampaignId == stage.Campaign.Id && m.Kind == MailKind.MilestoneForOrganiser && m.Detail == "5000")));
        Assert.Equal(1, await host.InDbAsync(stage.Organisation.Id, db => db.Timeline.CountAsync(t => t.CampaignId == stage.Campaign.Id && t.Kind == "milestone" && t.Number == 5000)));
        var ledger = (await viewer.GetAsync(address)).Html.QuerySelectorAll("tbody tr").Where(r => r.TextContent.Contains("5,000", StringComparison.Ordinal)).ToList();
        Assert.Equal(3, ledger.Count);
        Assert.Contains(ledger, r => r.Children[^1].TextContent.Trim() == "2");
        Assert.DoesNotContain("value=\"5000\"", (await viewer.GetAsync(address)).Source, StringComparison.Ordinal);
    }

    private async Task ConfirmAsync(Stage stage, string who, bool updates)
    {
        var row = stage.Row($"{who}@simulated.example") with { WantsUpdates = updates };
        await host.Services.GetRequiredService<SignatureWriter>().TryWrite(row)!;
        await host.Services.GetRequiredService<ConfirmationWriter>().TryWrite(new Confirmation(stage.Organisation.Id, stage.Campaign.Id, row.Id))!;
    }
}
