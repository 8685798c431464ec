using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Petitions.Outbox;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.MailReports;

/// <summary>The way back for an address that a report stopped.</summary>
public sealed class MailsAgainTests(ReportHost host) : IClassFixture<ReportHost>
{
    [Fact]
    public async Task Staff_see_that_an_address_gets_no_mails_and_let_them_go_out_again()
    {
        var (address, mail) = await host.SignAsync(await Stage.SetAsync(host));
        await host.HookAsync(ReportHost.Report("postfix-no-such-user", host.IdOf(mail), address));
        Assert.Equal(MailOutcome.Suppressed, (await host.SignAsync(await Stage.SetAsync(host), address)).Mail.Outcome);

        var staff = await host.AtDeskAsync(await host.UserAsync("Moderator", PlatformRole.Moderator));
        var found = await staff.GetAsync("/admin/signatures?q=" + Uri.EscapeDataString(address));
        Assert.Contains("This address gets no mails", found.Text, StringComparison.Ordinal);
        var again = await staff.SubmitAsync(found, "form[action$=mails-again]");

        Assert.Equal(found.Address, again.Address);
        Assert.DoesNotContain("This address gets no mails", again.Text, StringComparison.Ordinal);
        Assert.Equal(MailOutcome.Sent, (await host.SignAsync(await Stage.SetAsync(host), address)).Mail.Outcome);
        Assert.Equal("mail.example", await host.InDbAsync(null, db => db.Audit.Where(a => a.Action == "mailbox.mails-again").Select(a => a.Detail).SingleAsync()));
    }
}
