using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Platform.Petitions.Confirming;
using Platform.Petitions.Outbox;
using Platform.Petitions.Signatures;
using Platform.Testing.Data;
using Platform.Testing.Smtp;
using Platform.Testing.Time;
using Xunit;

namespace Platform.Petitions.Tests.Outbox;

public sealed class OutboxTests(SmtpHost host) : IClassFixture<SmtpHost>
{
    [Fact]
    public async Task A_refused_address_is_tried_once_shows_on_the_signature_and_gets_no_reminder()
    {
        host.Smtp.On(SmtpStage.Recipient, SmtpAct.Reply(550, "no such user"), "nobody@mail.example");
        var stage = await Stage.SetAsync(host);
        await stage.SignAsync(host.Visitor(), "Nobody There", "nobody@mail.example");

        var mail = await host.MailAsync(stage.Campaign.Id, m => m.DoneAt is not null);
        Assert.Equal((MailOutcome.Refused, (short)1), (mail.Outcome, mail.Attempts));
        Assert.NotNull((await SignatureAsync(stage)).BouncedAt);

        await AgeAsync(stage, "25 hours");
        await RemindAsync();
        Assert.Equal(1, await MailsAsync(stage));
    }

    [Theory]
    [InlineData("gone@mail.example", "5.1.1 no such user", MailOutcome.Suppressed)]
    [InlineData("unsaid@mail.example", "no", MailOutcome.Suppressed)]
    [InlineData("blocked@mail.example", "5.7.1 your network is on a list", MailOutcome.Sent)]
    public async Task A_refusal_stops_further_mails_only_where_the_address_is_to_blame(string address, string reason, MailOutcome next)
    {
        host.Smtp.On(SmtpStage.Recipient, SmtpAct.Reply(550, reason), address, times: 1);
        var (first, second) = (await Stage.SetAsync(host), await Stage.SetAsync(host));
        await first.SignAsync(host.Visitor(), "Once Refused", address);
        await host.MailAsync(first.Campaign.Id, m => m.Outcome == MailOutcome.Refused);

        await second.SignAsync(host.Visitor(), "Once Refused", address);
        Assert.Equal(next, (await host.MailAsync(second.Campaign.Id, m => m.DoneAt is not null)).Outcome);
    }

    [Fact]
    public async Task A_passing_trouble_is_waited_out_and_delays_nobody_else()
    {
        host.Smtp.On(SmtpStage.Recipient, SmtpAct.Reply(451, "try later"), "busy@mail.example", times: 1);
        var stage = await Stage.SetAsync(host);
        await stage.SignAsync(host.Visitor(), "Busy Box", "busy@mail.example");
        var waiting = await host.MailAsync(stage.Campaign.Id, m => m.LastError is not null);
        Assert.Null(waiting.DoneAt);
        Assert.Contains("451", waiting.LastError, StringComparison.Ordinal);

        await stage.SignAsync(host.Visitor(), "Next One", "next@mail.example");
        await host.MailAsync(stage.Campaign.Id, m => m.Outcome == MailOutcome.Sent);

        await host.InDbAsync(null, db => db.Outbox.Where(m => m.Id == waiting.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.DueAt, m => m.CreatedAt)));
        await Until.TrueAsync(() => Arrived("busy@mail.example") == 1, "the deferred mail arrives");
    }

    [Fact]
    public async Task A_mail_cut_off_after_its_last_line_is_sent_again_under_the_same_id()
    {
        host.Smtp.On(SmtpStage.EndOfData, SmtpAct.Cut, "cut@mail.example", times: 1);
        var stage = await Stage.SetAsync(host);
        await stage.SignAsync(host.Visitor(), "Cut Off", "cut@mail.example");
        var mail = await host.MailAsync(stage.Campaign.Id, m => m.LastError is not null || m.DoneAt is not null);
        await host.InDbAsync(null, db => db.Outbox.Where(m => m.Id == mail.Id && m.DoneAt == null).ExecuteUpdateAsync(set => set.SetProperty(m => m.DueAt, m => m.CreatedAt)));

        await host.MailAsync(stage.Campaign.Id, m => m.Outcome == MailOutcome.Sent);
        var ids = host.Smtp.Mails.Where(m => m.Recipients.Contains("cut@mail.example")).Select(m => Read(m).MessageId).Distinct();
        Assert.Matches($@"^{mail.Id}\.[0-9a-f]{{16}}@localhost$", Assert.Single(ids));
    }

    [Fact]
    public async Task While_the_server_is_away_signing_goes_on_and_every_mail_arrives_once_when_it_is_back()
    {
        var stage = await Stage.SetAsync(host);
        host.Smtp.RefuseConnections();
        try
        {
            for (var i = 0; i < 5; i++)
            {
                var check = await stage.SignAsync(host.Visitor(), "Patient Signer", $"patient{i}@mail.example");
                Assert.EndsWith("/check", check.Address.AbsolutePath, StringComparison.Ordinal);
            }

            await host.MailsAsync(stage.Campaign.Id, mails => mails.Any(m => m.LastError is not null));
            var waiting = await host.MailsAsync(stage.Campaign.Id, mails => mails.Count == 5);
            Assert.All(waiting, m => Assert.InRange(m.Attempts, 0, 1));
        }
        finally
        {
            host.Smtp.AcceptConnections();
        }

        await host.InDbAsync(null, db => db.Outbox.Where(m => m.CampaignId == stage.Campaign.Id && m.DoneAt == null).ExecuteUpdateAsync(set => set.SetProperty(m => m.DueAt, m => m.CreatedAt)));
        await Until.TrueAsync(() => Enumerable.Range(0, 5).All(i => Arrived($"patient{i}@mail.example") == 1), "each mail arrives once");
    }

    [Fact]
    public async Task Who_has_not_confirmed_after_a_day_is_reminded_once()
    {
        var stage = await Stage.SetAsync(host);
        await stage.SignAsync(host.Visitor(), "Late Riser", "late@mail.example");
        await host.MailAsync(stage.Campaign.Id, m => m.DoneAt is not null);
        await RemindAsync();
        Assert.Equal(1, await MailsAsync(stage));

        await AgeAsync(stage, "25 hours");
        await RemindAsync();
        await RemindAsync();
        Assert.Equal(2, await MailsAsync(stage));
        var reminder = await host.MailAsync(stage.Campaign.Id, m => m.Kind == MailKind.ConfirmReminder && m.DoneAt is not null);
        Assert.Equal(MailOutcome.Sent, reminder.Outcome);
    }

    [Fact]
    public async Task A_mail_has_a_text_and_an_html_part_and_says_how_it_is_stopped_only_where_it_can_be()
    {
        var stage = await Stage.SetAsync(host);
        await stage.SignAsync(host.Visitor(), "Two Parts", "parts@mail.example");
        await Until.TrueAsync(() => Arrived("parts@mail.example") == 1, "the mail arrives");

        using var message = Read(host.Smtp.Mails.Single(m => m.Recipients.Contains("parts@mail.example")));
        Assert.Contains("/confirm/", message.TextBody, StringComparison.Ordinal);
        Assert.Contains("/confirm/", message.HtmlBody, StringComparison.Ordinal);
        Assert.False(message.Headers.Contains("List-Unsubscribe"), "A confirmation is asked for by the person and cannot be unsubscribed from.");
    }

    private static MimeMessage Read(ScriptedMail mail)
    {
        using var source = new MemoryStream(Encoding.UTF8.GetBytes(mail.Source));
        return MimeMessage.Load(source);
    }

    private int Arrived(string address) => host.Smtp.Mails.Count(m => m.Recipients.Contains(address));

    private Task<Signature> SignatureAsync(Stage stage) => host.InDbAsync(stage.Organisation.Id, db => db.Signatures.AsNoTracking().SingleAsync(s => s.CampaignId == stage.Campaign.Id));

    private Task<int> MailsAsync(Stage stage) => host.InDbAsync(null, db => db.Outbox.CountAsync(m => m.CampaignId == stage.Campaign.Id));

    private Task<int> RemindAsync() => host.InScopeAsync(null, async services =>
    {
        await ActivatorUtilities.CreateInstance<ReminderJob>(services).RunAsync(CancellationToken.None);
        return 0;
    });

    private Task<int> AgeAsync(Stage stage, string by) => host.AgeAsync(stage.Campaign, by);
}
