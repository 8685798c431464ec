using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Petitions.Confirming;
using Platform.Petitions.Counting;
using Platform.Petitions.Milestones;
using Platform.Petitions.News;
using Platform.Petitions.Outbox;
using Platform.Petitions.Signatures;
using Platform.Petitions.Signing;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.Milestones;

public sealed class MilestoneTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task Crossing_a_milestone_is_noticed_once_also_after_a_dip_and_a_second_crossing()
    {
        var stage = await Stage.SetAsync(host, with: c => c.Goal = 8);
        var ids = await SignAllAsync(stage, 5);
        await ConfirmAsync(stage, ids[..4]);
        await host.Services.GetRequiredService<CountExit>().LeaveAsync(stage.Organisation.Id, stage.Campaign.Id, ids[0], SignatureState.Withdrawn, "signer", CancellationToken.None);
        Assert.Equal(3, await stage.CountAsync());

        await ConfirmAsync(stage, ids[4..]);

        Assert.Equal(4, await stage.CountAsync());
        var notices = await host.InDbAsync(stage.Organisation.Id, db => db.MilestoneNotices.OrderBy(m => m.Milestone).ThenBy(m => m.Class).Select(m => new { m.Milestone, m.Class }).ToListAsync());
        Assert.Equal(
            [(2, NoticeClass.Timeline), (2, NoticeClass.Organiser), (2, NoticeClass.Signers), (4, NoticeClass.Timeline), (4, NoticeClass.Organiser), (4, NoticeClass.Signers)],
            notices.Select(n => (n.Milestone, n.Class)));
        Assert.Equal(2, await host.InDbAsync(stage.Organisation.Id, db => db.Timeline.CountAsync(t => t.Kind == "milestone")));
        var mail = await host.Mail.WaitAsync(stage.Organiser.Email!, "4 signatures");
        Assert.Contains(stage.Campaign.Id.ToString(), mail.Text, StringComparison.Ordinal);
        Assert.Single(await host.Mail.ToAsync(stage.Organiser.Email!, "4 signatures"));
    }

    [Fact]
    public async Task Signers_who_asked_get_one_mail_in_the_night_and_the_number_said_before_is_the_number_laid()
    {
        var stage = await Stage.SetAsync(host, with: c => c.Goal = 12);
        var asked = await SignAllAsync(stage, 3, updates: true);
        var silent = await SignAllAsync(stage, 3, updates: false);
        await ConfirmAsync(stage, [.. asked, .. silent]);
        var foretold = await host.Services.GetRequiredService<NewsAudience>().CountAsync(stage.Organisation.Id, stage.Campaign.Id, CancellationToken.None);

        for (var worker = 0; worker < 2; worker++)
        {
            await host.InScopeAsync(null, async services =>
            {
                await ActivatorUtilities.CreateInstance<MilestoneSignersJob>(services).RunAsync(CancellationToken.None);
                return 0;
            });
        }

        var laid = await host.InDbAsync(null, db => db.Outbox.Where(m => m.CampaignId == stage.Campaign.Id && m.Kind == MailKind.MilestoneForSigner).ToListAsync());
        Assert.Equal(3, foretold);
        Assert.Equal(asked.Order(), laid.Select(m => m.Subject).Order());
        Assert.All(laid, m => Assert.True(m.DueAt.Hour is >= 20 or < 5));
        Assert.All(laid, m => Assert.Equal("6", m.Detail));
    }

    [Fact]
    public async Task The_mail_to_signers_stops_with_one_click_and_without_a_browser()
    {
        var stage = await Stage.SetAsync(host, with: c => c.Goal = 4);
        var row = stage.Row("oneclick@mail.example") with { WantsUpdates = true };
        await host.Services.GetRequiredService<SignatureWriter>().TryWrite(row)!;
        await ConfirmAsync(stage, [row.Id]);
        await host.InScopeAsync(null, async services =>
        {
            await ActivatorUtilities.CreateInstance<MilestoneSignersJob>(services).RunAsync(CancellationToken.None);
            return 0;
        });
        await host.InDbAsync(null, db => db.Outbox.Where(m => m.Kind == MailKind.MilestoneForSigner && m.Subject == row.Id).ExecuteUpdateAsync(m => m.SetProperty(x => x.DueAt, x => x.CreatedAt)));

        var mail = await host.Mail.WaitAsync("oneclick@mail.example", "1 signature");
        Assert.Equal("List-Unsubscribe=One-Click", mail.Header("List-Unsubscribe-Post"));
        var address = new Uri(mail.Header("List-Unsubscribe")!.Trim('<', '>'));
        using var response = await host.Visitor().Http.PostAsync(new Uri(address.PathAndQuery, UriKind.Relative), new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]));

        Assert.True(response.IsSuccessStatusCode);
        Assert.False(await host.InDbAsync(stage.Organisation.Id, db => db.Signatures.Where(s => s.Id == row.Id).Select(s => s.WantsUpdates).SingleAsync()));
        Assert.Equal(1, await stage.CountAsync());
    }

    [Fact]
    public void Milestones_are_the_ladder_and_the_quarters_of_the_goal() =>
        Assert.Equal([100, 250, 300, 500, 600, 900, 1000, 1200], MilestonePlan.Crossed(1200, 0, 1200));

    private async Task<List<Guid>> SignAllAsync(Stage stage, int count, bool updates = false)
    {
        var writer = host.Services.GetRequiredService<SignatureWriter>();
        var rows = Enumerable.Range(0, count).Select(i => stage.Row($"{(updates ? "asked" : "silent")}{i}.{stage.Campaign.Slug}@mail.example") with { WantsUpdates = updates }).ToList();
        await Task.WhenAll(rows.Select(r => writer.TryWrite(r)!));
        return [.. rows.Select(r => r.Id)];
    }

    private Task<ConfirmAnswer[]> ConfirmAsync(Stage stage, List<Guid> ids)
    {
        var writer = host.Services.GetRequiredService<ConfirmationWriter>();
        return Task.WhenAll(ids.Select(id => writer.TryWrite(new Confirmation(stage.Organisation.Id, stage.Campaign.Id, id))!));
    }
}
