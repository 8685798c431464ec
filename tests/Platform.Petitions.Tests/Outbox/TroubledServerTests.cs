using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Petitions.Outbox;
using Platform.Testing.Data;
using Platform.Testing.Smtp;
using Platform.Testing.Time;
using Xunit;

namespace Platform.Petitions.Tests.Outbox;

/// <summary>A crowd signs while the mail server refuses, hangs, or hangs up after the last line: everybody acknowledged gets the mail.</summary>
public sealed class TroubledServerTests(HungUpOnHost host) : IClassFixture<HungUpOnHost>
{
    private const int People = 40;
    private const int Broken = 6;

    [Theory]
    [InlineData("refusing", 0)]
    [InlineData("deferring", 0)]
    [InlineData("hanging", Broken)]
    [InlineData("cutting", Broken)]
    public async Task Every_acknowledged_signature_gets_its_mail_and_twice_only_where_the_answer_was_lost(string trouble, int repeats)
    {
        var stage = await Stage.SetAsync(host);
        Begin(trouble);
        var acknowledged = new ConcurrentBag<string>();
        await Parallel.ForAsync(0, People, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, _) =>
        {
            var address = string.Create(CultureInfo.InvariantCulture, $"{trouble}{i}@crowd{i % 20}.example");
            var page = await stage.SignAsync(host.Visitor(), "Patient Signer", address);
            if (page.Address.AbsolutePath.EndsWith("/check", StringComparison.Ordinal))
            {
                acknowledged.Add(address);
            }
        });

        Assert.Equal(People, acknowledged.Count);
        if (trouble == "refusing")
        {
            await host.MailsAsync(stage.Campaign.Id, mails => mails.Any(m => m.LastError is not null));
            host.Smtp.AcceptConnections();
        }

        await SendAllAsync(stage);

        var arrived = host.Smtp.Mails.Where(m => m.Recipients.Count > 0 && acknowledged.Contains(m.Recipients[0])).GroupBy(m => m.Recipients[0]).ToList();
        Assert.Equal(People, arrived.Count);
        Assert.Equal(repeats, arrived.Sum(mails => mails.Count() - 1));
        Assert.All(arrived, mails => Assert.Single(mails.Select(m => m.Source.Split('\n').Single(line => line.StartsWith("Message-Id:", StringComparison.OrdinalIgnoreCase))).Distinct()));
    }

    private void Begin(string trouble)
    {
        switch (trouble)
        {
            case "refusing":
                host.Smtp.RefuseConnections();
                break;
            case "deferring":
                host.Smtp.On(SmtpStage.Recipient, SmtpAct.Reply(451, "later"), times: Broken);
                break;
            case "hanging":
                host.Smtp.On(SmtpStage.EndOfData, SmtpAct.Hang, times: Broken);
                break;
            default:
                host.Smtp.On(SmtpStage.EndOfData, SmtpAct.Cut, times: Broken);
                break;
        }
    }

    /// <summary>What is tried again after a minute is tried at once: a test does not wait for it.</summary>
    private Task<List<OutboxMail>> SendAllAsync(Stage stage) => Until.SeenAsync(
        async () =>
        {
            await host.InDbAsync(null, db => db.Outbox.Where(m => m.CampaignId == stage.Campaign.Id && m.DoneAt == null && m.LeaseUntil == null)
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.DueAt, m => m.CreatedAt)));
            return await host.InDbAsync(null, db => db.Outbox.AsNoTracking().Where(m => m.CampaignId == stage.Campaign.Id).ToListAsync());
        },
        mails => mails.All(m => m.Outcome == MailOutcome.Sent),
        "all mails are sent",
        mails => string.Join("; ", mails.Where(m => m.DoneAt is null).Select(m => m.LastError)));
}
