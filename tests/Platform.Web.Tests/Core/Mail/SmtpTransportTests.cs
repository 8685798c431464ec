using System.Diagnostics;
using Platform.Core.Mail;
using Platform.Testing.Smtp;
using Xunit;

namespace Platform.Web.Tests.Core.Mail;

public sealed class SmtpTransportTests : SmtpTestBase
{
    [Fact]
    public async Task A_mail_arrives_whole()
    {
        await using var transport = Transport();

        Assert.IsType<Delivery.Accepted>(await SendAsync(transport));

        var mail = Assert.Single(Server.Mails);
        Assert.Equal("petitions@undersigned.example", mail.Sender);
        Assert.Equal(["maxine@example.org"], mail.Recipients);
        Assert.Contains("Message-Id: <confirm-1@undersigned.example>", mail.Source);
        Assert.EndsWith("--\r\n", mail.Source);
    }

    [Theory]
    [InlineData(SmtpStage.Sender, 451)]
    [InlineData(SmtpStage.Recipient, 450)]
    [InlineData(SmtpStage.Data, 451)]
    [InlineData(SmtpStage.EndOfData, 452)]
    public async Task A_passing_refusal_defers_and_keeps_the_connection(SmtpStage stage, int code)
    {
        Server.On(stage, SmtpAct.Reply(code, "later"), times: 1);
        await using var transport = Transport();

        var delivery = Assert.IsType<Delivery.Deferred>(await SendAsync(transport));

        Assert.Equal($"{code} later", delivery.Reason);
        Assert.IsType<Delivery.Accepted>(await SendAsync(transport));
        Assert.Equal(1, Server.Connections);
    }

    [Theory]
    [InlineData(SmtpStage.Sender, 552)]
    [InlineData(SmtpStage.Recipient, 550)]
    [InlineData(SmtpStage.Data, 554)]
    [InlineData(SmtpStage.EndOfData, 554)]
    public async Task A_lasting_refusal_of_a_mail_is_for_ever_and_keeps_the_connection(SmtpStage stage, int code)
    {
        Server.On(stage, SmtpAct.Reply(code, "no <maxine@example.org> here"), times: 1);
        await using var transport = Transport();

        var delivery = Assert.IsType<Delivery.Refused>(await SendAsync(transport));

        Assert.Equal($"{code} no <[address]> here", delivery.Reason);
        Assert.IsType<Delivery.Accepted>(await SendAsync(transport));
        Assert.Equal(1, Server.Connections);
    }

    [Fact]
    public async Task One_bad_address_delays_no_other()
    {
        Server.On(SmtpStage.Recipient, SmtpAct.Reply(550), "bad@example.org").On(SmtpStage.Recipient, SmtpAct.Reply(450), "full@example.org");
        await using var transport = Transport(options => options with { Connections = 1 });

        var results = await Task.WhenAll(
            SendAsync(transport, "bad@example.org"), SendAsync(transport, "good@example.org"), SendAsync(transport, "full@example.org"), SendAsync(transport, "fine@example.org"));

        Assert.Equal(["Refused", "Accepted", "Deferred", "Accepted"], results.Select(result => result.GetType().Name));
    }

    [Fact]
    public async Task A_server_that_hangs_defers_within_the_time_allowed()
    {
        Server.On(SmtpStage.EndOfData, SmtpAct.Hang, "slow@example.org");
        await using var transport = Transport(options => options with { SendTimeout = TimeSpan.FromSeconds(3) });

        var clock = Stopwatch.StartNew();
        var delivery = await SendAsync(transport, "slow@example.org");

        Assert.IsType<Delivery.Deferred>(delivery);
        Assert.InRange(clock.ElapsedMilliseconds, 2_900, 30_000);
        Assert.IsType<Delivery.Accepted>(await SendAsync(transport));
    }

    [Theory]
    [InlineData(SmtpStage.Greeting)]
    [InlineData(SmtpStage.Hello)]
    public async Task A_server_that_never_greets_is_unavailable_within_the_time_allowed(SmtpStage stage)
    {
        Server.On(stage, SmtpAct.Hang);
        await using var transport = Transport(options => options with { ConnectTimeout = TimeSpan.FromMilliseconds(250) });

        var clock = Stopwatch.StartNew();

        Assert.IsType<Delivery.Unavailable>(await SendAsync(transport));
        Assert.InRange(clock.ElapsedMilliseconds, 200, 8_000);
    }

    [Fact]
    public async Task Cut_after_the_last_line_defers_and_the_second_attempt_carries_the_same_id()
    {
        Server.On(SmtpStage.EndOfData, SmtpAct.Cut, times: 1);
        await using var transport = Transport();

        Assert.IsType<Delivery.Deferred>(await SendAsync(transport));
        Assert.IsType<Delivery.Accepted>(await SendAsync(transport));

        Assert.Equal(2, Server.Mails.Count);
        Assert.All(Server.Mails, mail => Assert.Contains("Message-Id: <confirm-1@undersigned.example>", mail.Source));
    }

    [Fact]
    public async Task A_mail_that_may_have_arrived_is_not_sent_again_by_itself()
    {
        await using var transport = Transport();
        await SendAsync(transport);
        Server.On(SmtpStage.EndOfData, SmtpAct.Cut);

        Assert.IsType<Delivery.Deferred>(await SendAsync(transport));
        Assert.Equal(2, Server.Mails.Count);
    }

    [Theory]
    [InlineData(SmtpStage.Greeting, 554)]
    [InlineData(SmtpStage.Greeting, 421)]
    [InlineData(SmtpStage.Sender, 530)]
    [InlineData(SmtpStage.Sender, 553)]
    public async Task A_server_that_will_not_have_us_is_unavailable_and_costs_no_mail(SmtpStage stage, int code)
    {
        Server.On(stage, SmtpAct.Reply(code));
        await using var transport = Transport();

        Assert.IsType<Delivery.Unavailable>(await SendAsync(transport));
    }

    [Fact]
    public async Task A_refused_login_is_unavailable_and_does_not_show_the_password()
    {
        Server.Capabilities = ["AUTH PLAIN LOGIN"];
        Server.On(SmtpStage.Login, SmtpAct.Reply(535, "bad login for someone@undersigned.example"));
        await using var transport = Transport(options => options with { User = "someone", Password = "hunter2-hunter2" });

        var delivery = Assert.IsType<Delivery.Unavailable>(await SendAsync(transport));

        Assert.DoesNotContain("hunter2", delivery.Reason);
        Assert.DoesNotContain("someone@", delivery.Reason);
    }

    [Fact]
    public async Task A_server_without_TLS_gets_nothing_when_TLS_is_asked_for()
    {
        await using var transport = Transport(options => options with { Security = MailSecurity.StartTls });

        Assert.IsType<Delivery.Unavailable>(await SendAsync(transport));
        Assert.Empty(Server.Mails);
    }

    [Fact]
    public async Task An_address_that_the_server_cannot_write_is_refused()
    {
        await using var transport = Transport();

        Assert.IsType<Delivery.Refused>(await SendAsync(transport, "کاووس@example.org"));
        Assert.IsType<Delivery.Accepted>(await SendAsync(transport, "kavoos@bücher.example"));
        Assert.Equal(["kavoos@xn--bcher-kva.example"], Assert.Single(Server.Mails).Recipients);
    }

    [Fact]
    public async Task Cancelling_is_not_an_answer()
    {
        Server.On(SmtpStage.EndOfData, SmtpAct.Hang);
        await using var transport = Transport();
        using var cancel = new CancellationTokenSource(100);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            transport.SendAsync(TestLetters.Render(TestLetters.Confirm()), cancel.Token));
    }
}
