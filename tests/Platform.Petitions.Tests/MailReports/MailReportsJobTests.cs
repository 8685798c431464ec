using MimeKit;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Mail;
using Platform.Petitions.MailReports;
using Platform.Testing.Data;
using Platform.Testing.Smtp;
using Xunit;

namespace Platform.Petitions.Tests.MailReports;

/// <summary>Reports that lie in a mailbox.</summary>
public sealed class MailReportsJobTests(ReportHost host) : IClassFixture<ReportHost>
{
    [Fact]
    public async Task What_a_mail_server_delivered_is_read_and_removed()
    {
        var stage = await Stage.SetAsync(host);
        var (address, mail) = await host.SignAsync(stage);
        await DeliverAsync("new", "1.postfix", ReportHost.Report("postfix-no-such-user", host.IdOf(mail), address));
        await DeliverAsync("cur", "2.holiday:2,S", ReportHost.Report("holiday", host.IdOf(mail), address));
        await DeliverAsync("new", "3.broken", "");

        await RunAsync();

        Assert.NotNull((await host.SignatureAsync(stage)).BouncedAt);
        Assert.Empty(System.IO.Directory.EnumerateFiles(host.Maildir, "*", SearchOption.AllDirectories));
        await RunAsync();
    }

    [Fact]
    public async Task A_report_without_the_mail_is_known_by_the_address_it_came_to()
    {
        var stage = await Stage.SetAsync(host);
        var (address, mail) = await host.SignAsync(stage);
        await DeliverAsync("new", "4", ReportHost.Report("without-the-mail", "", address, $"bounces+{host.IdOf(mail).Split('@')[0]}@undersigned.example"));

        await RunAsync();

        Assert.NotNull((await host.SignatureAsync(stage)).BouncedAt);
    }

    [Fact]
    public async Task A_mailbox_is_read_by_POP3_and_emptied()
    {
        await using var server = new ScriptedPop3("reports", "secret");
        server.Mails.AddRange([ReportHost.Report("abuse", "1@a.example", "a@b.example"), ReportHost.Report("holiday", "2@a.example", "a@b.example")]);
        var source = new Pop3Reports(new MailReportOptions { Pop3 = new Pop3Options { Host = "127.0.0.1", Port = server.Port, Security = MailSecurity.None, User = "reports", Password = "secret" } });

        var subjects = new List<string?>();
        await source.ReadAsync(Take, TestContext.Current.CancellationToken);

        Assert.Equal(["FW: Confirm your signature", "Out of office: Confirm your signature"], subjects);
        Assert.Empty(server.Mails);

        Task Take(MimeMessage message)
        {
            subjects.Add(message.Subject);
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task A_message_that_could_not_be_taken_stays_in_the_mailbox()
    {
        await using var server = new ScriptedPop3("reports", "secret");
        server.Mails.Add(ReportHost.Report("abuse", "1@a.example", "a@b.example"));
        var source = new Pop3Reports(new MailReportOptions { Pop3 = new Pop3Options { Host = "127.0.0.1", Port = server.Port, Security = MailSecurity.None, User = "reports", Password = "secret" } });

        await Assert.ThrowsAsync<TimeoutException>(() => source.ReadAsync(_ => throw new TimeoutException(), TestContext.Current.CancellationToken));

        Assert.Single(server.Mails);
    }

    private async Task DeliverAsync(string folder, string name, string message)
    {
        var path = Path.Combine(host.Maildir, folder);
        System.IO.Directory.CreateDirectory(path);
        await File.WriteAllTextAsync(Path.Combine(path, name), message);
    }

    private Task<int> RunAsync() => host.InScopeAsync(null, async services =>
    {
        await ActivatorUtilities.CreateInstance<MailReportsJob>(services).RunAsync(CancellationToken.None);
        return 0;
    });
}
