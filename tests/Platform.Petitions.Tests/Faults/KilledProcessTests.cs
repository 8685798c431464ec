using System.Globalization;
using System.Net;
using Platform.Testing.Hosts;
using Platform.Testing.Smtp;
using Platform.Testing.Time;
using Xunit;

namespace Platform.Petitions.Tests.Faults;

/// <summary>What was acknowledged is there, once, whatever is killed. Short form; UNDERSIGNED_LONG_FAULTS=1 kills again and again.</summary>
[Collection(FaultsCollection.Name)]
[Trait(FaultsCollection.Needs, FaultsCollection.WholeMachine)]
public sealed class KilledProcessTests
{
    private const int Waiting = 3_000;
    private static readonly TimeSpan Told = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Recovery = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Killing_the_database_under_load_loses_and_doubles_nobody_and_the_site_is_back_by_itself()
    {
        await using var stand = await Killable.StartAsync();
        await stand.PendingAsync(Waiting);
        await using var web = await stand.HostAsync("web");
        await using var crowd = new Crowd(web.Address, stand.Campaign);
        Assert.Equal(HttpStatusCode.OK, await crowd.GetAsync(stand.Campaign.Path));
        crowd.Sign(hands: 24);
        crowd.Confirm(await stand.Campaign.TokensAsync(stand.Source, Waiting));
        for (var i = 0; i < Killable.Kills; i++)
        {
            var before = crowd.Signed.Count;
            await Until.TrueAsync(() => crowd.Signed.Count > before + 200, "people can sign before the kill");
            await stand.KillPostgresAsync();
            var killed = RunningTime.Begin();
            await Until.TrueAsync(() => crowd.Answers.Any(a => a.At > killed && a.Status == HttpStatusCode.ServiceUnavailable), "people are told that the site is away", Told);
            var asked = RunningTime.Begin();
            Assert.Equal(HttpStatusCode.OK, await crowd.GetAsync(stand.Campaign.Path));
            Assert.InRange(RunningTime.Since(asked), TimeSpan.Zero, Crowd.Kept);

            await stand.RestartPostgresAsync();
            var back = RunningTime.Begin();
            await Until.TrueAsync(() => crowd.Answers.Any(a => a.At > back && a.Status == HttpStatusCode.Found), "the site comes back by itself", Recovery);
        }

        await crowd.GoHomeAsync();
        var away = crowd.Answers.Where(a => a.Status == HttpStatusCode.ServiceUnavailable).ToList();
        Assert.All(away, a => Assert.True(a.ComeAgain));
        Assert.All(away, a => Assert.InRange(a.Took, TimeSpan.Zero, Told));
        Assert.DoesNotContain(crowd.Answers, a => a.Status == HttpStatusCode.InternalServerError);
        await Ledger.BalanceAsync(stand, crowd.Signed.Keys, crowd.Confirmed.Count);
    }

    [Fact]
    public async Task Killing_a_web_node_under_load_loses_nobody_who_was_acknowledged()
    {
        await using var stand = await Killable.StartAsync();
        var web = await stand.HostAsync("web");
        await using var crowd = new Crowd(web.Address, stand.Campaign);
        crowd.Sign(hands: 24);
        for (var i = 0; i < Killable.Kills; i++)
        {
            var before = crowd.Signed.Count;
            await Until.TrueAsync(() => crowd.Signed.Count > before + 200, "people can sign before the kill");
            await web.KillAsync();
            var port = web.Port;
            await web.DisposeAsync();
            web = await stand.HostAsync("web", port);
        }

        var back = crowd.Signed.Count;
        await Until.TrueAsync(() => crowd.Signed.Count > back, "people can sign after the restart", Recovery);
        await crowd.GoHomeAsync();
        await web.DisposeAsync();
        await Ledger.BalanceAsync(stand, crowd.Signed.Keys, crowd.Confirmed.Count);
    }

    [Fact]
    public async Task A_node_that_is_told_to_stop_finishes_what_it_took_and_refuses_nobody_it_had_let_in()
    {
        await using var stand = await Killable.StartAsync();
        await using var web = await stand.HostAsync("web");
        await using var crowd = new Crowd(web.Address, stand.Campaign);
        crowd.Sign(hands: 24);
        await Until.TrueAsync(() => crowd.Signed.Count > 200, "people can sign before the stop");

        var stopping = RunningTime.Begin();
        Assert.Equal(0, await web.StopAsync());
        Assert.InRange(RunningTime.Since(stopping), TimeSpan.Zero, TimeSpan.FromSeconds(25));

        await crowd.GoHomeAsync();
        Assert.All(crowd.Answers, a => Assert.Equal(HttpStatusCode.Found, a.Status));
        await Ledger.BalanceAsync(stand, crowd.Signed.Keys, crowd.Confirmed.Count);
    }

    [Fact]
    public async Task Killing_a_worker_in_the_middle_of_its_mails_leaves_none_unsent_and_repeats_only_under_the_same_id()
    {
        const int Mails = 300;
        await using var stand = await Killable.StartAsync();
        await stand.PendingAsync(Mails);
        await using var smtp = new ScriptedSmtp();
        await stand.AskAsync<object?>(
            """
            with laid as (insert into petitions.outbox_mails (tenant_id, campaign_id, kind, subject, attempts, outcome)
                select tenant_id, campaign_id, 'confirm-signature', id, 0, 0 from petitions.signatures returning id)
            select count(*) from laid
            """);
        (string, string)[] mail = [("Mail__Host", "127.0.0.1"), ("Mail__Port", smtp.Port.ToString(CultureInfo.InvariantCulture)), ("Mail__Security", "None"), ("Mail__From", "petitions@fault.example"), ("Mail__Connections", "4"), ("Mail__ConnectionsPerDomain", "4"), ("Mail__MailsPerSecondPerDomain", "0")];
        await using (var first = await stand.HostAsync("worker", 0, mail))
        {
            await Until.TrueAsync(() => smtp.Mails.Count > 20, "the worker sends");
            await first.KillAsync();
        }

        if (!Killable.Long)
        {
            // What the dead one had claimed is free after a minute; the short form does not wait for it.
            await stand.AskAsync<object?>("with freed as (update petitions.outbox_mails set lease_until = now() where done_at is null returning id) select count(*) from freed");
        }

        await using var second = await stand.HostAsync("worker", 0, mail);
        await Until.TrueAsync(() => smtp.Mails.Select(m => m.Recipients[0]).Distinct().Count() == Mails, "every mail is sent", TimeSpan.FromSeconds(90));
        foreach (var repeated in smtp.Mails.GroupBy(m => m.Recipients[0]).Where(g => g.Count() > 1))
        {
            Assert.Single(repeated.Select(m => m.Source.Split('\n').Single(l => l.StartsWith("Message-Id:", StringComparison.OrdinalIgnoreCase))).Distinct());
        }

        // At most what was under way on its four connections when it died.
        Assert.InRange(smtp.Mails.Count, Mails, Mails + 4);
    }
}
