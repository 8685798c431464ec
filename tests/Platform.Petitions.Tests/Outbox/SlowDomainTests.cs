using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Petitions.Outbox;
using Platform.Petitions.Signing;
using Platform.Testing.Data;
using Platform.Testing.Smtp;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Platform.Petitions.Tests.Outbox;

/// <summary>Two hundred people at a domain that hangs or says "later", and a few elsewhere who signed after them.</summary>
public sealed class SlowDomainTests(HungUpOnHost host) : IClassFixture<HungUpOnHost>
{
    [Theory]
    [InlineData("hanging")]
    [InlineData("deferring")]
    public async Task Mails_to_other_domains_do_not_wait_for_one_in_trouble(string how)
    {
        var stage = await Stage.SetAsync(host);
        host.Smtp.On(SmtpStage.Recipient, how == "hanging" ? SmtpAct.Hang : SmtpAct.Reply(451, "greylisted"), $"@{how}.example");
        await SignAsync(stage, 200, i => $"{how}{i}@{how}.example");
        await SignAsync(stage, 20, i => $"{how}{i}@elsewhere.example");

        // A whole round of timeouts of the domain that hangs is minutes.
        await host.MailsAsync(stage.Campaign.Id, mails => mails.Count(m => m.Outcome == MailOutcome.Sent) == 20, TimeSpan.FromSeconds(30));
        Assert.Equal(20, host.Smtp.Mails.Count(m => m.Recipients[0].StartsWith(how, StringComparison.Ordinal)));
        var others = await host.InDbAsync(null, db => db.Outbox.AsNoTracking().Where(m => m.CampaignId == stage.Campaign.Id && m.DoneAt == null).ToListAsync());
        Assert.Equal(200, others.Count);
    }

    /// <summary>Straight through the writer, as a crowd does.</summary>
    private async Task SignAsync(Stage stage, int people, Func<int, string> address)
    {
        var writer = host.Services.GetRequiredService<SignatureWriter>();
        await Task.WhenAll(Enumerable.Range(0, people).Select(i => writer.TryWrite(stage.Row(address(i), string.Create(CultureInfo.InvariantCulture, $"Signer {i}")))!));
    }
}
