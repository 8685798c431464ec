using System.Diagnostics;
using Platform.Core.Mail;
using Platform.Testing.Smtp;
using Xunit;

namespace Platform.Web.Tests.Core.Mail;

public sealed class SmtpPoolTests : SmtpTestBase
{
    [Fact]
    public async Task One_connection_carries_many_mails_in_their_order()
    {
        await using var transport = Transport(options => options with { Connections = 1 });

        var sending = Enumerable.Range(0, 30).Select(number => SendAsync(transport, $"p{number}@example.org")).ToList();
        Assert.All(await Task.WhenAll(sending), delivery => Assert.IsType<Delivery.Accepted>(delivery));

        Assert.Equal(1, Server.Connections);
        Assert.Equal(Enumerable.Range(0, 30).Select(number => $"p{number}@example.org"), Server.Mails.Select(mail => mail.Recipients[0]));
    }

    [Fact]
    public async Task There_are_never_more_connections_than_allowed()
    {
        await using var transport = Transport(options => options with { Connections = 3 });

        await Task.WhenAll(Enumerable.Range(0, 60).Select(number => SendAsync(transport, $"p{number}@example.org")));

        Assert.Equal(60, Server.Mails.Count);
        Assert.InRange(Server.MostAtOnce, 1, 3);
        Assert.Equal(Server.MostAtOnce, Server.Connections);
    }

    [Fact]
    public async Task Waiting_for_a_free_connection_is_bounded_too()
    {
        Server.On(SmtpStage.EndOfData, SmtpAct.Hang);
        await using var transport = Transport(options => options with { Connections = 1, SendTimeout = TimeSpan.FromMilliseconds(250) });

        var clock = Stopwatch.StartNew();
        var results = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => SendAsync(transport)));

        // One after the other they would wait for fifty seconds.
        Assert.All(results, result => Assert.IsType<Delivery.Deferred>(result));
        Assert.InRange(clock.ElapsedMilliseconds, 200, 25_000);
    }

    [Fact]
    public async Task Kept_connections_that_the_server_dropped_cost_no_mail_its_turn()
    {
        await using var transport = Transport();
        await Task.WhenAll(SendAsync(transport), SendAsync(transport));
        Server.CutConnections();

        Assert.IsType<Delivery.Accepted>(await SendAsync(transport));
        Assert.Equal(3, Server.Mails.Count);
    }

    [Fact]
    public async Task A_server_that_says_goodbye_before_the_mail_is_asked_again_on_a_new_connection()
    {
        await using var transport = Transport();
        await SendAsync(transport);
        Server.On(SmtpStage.Sender, SmtpAct.Reply(421, "closing"), times: 1);

        Assert.IsType<Delivery.Accepted>(await SendAsync(transport));
        Assert.Equal(2, Server.Connections);
    }

    [Fact]
    public async Task A_connection_that_was_idle_is_asked_before_it_is_trusted()
    {
        await using var transport = Transport(options => options with { CheckAfterIdle = TimeSpan.FromMilliseconds(1) });
        await SendAsync(transport);
        Server.On(SmtpStage.Noop, SmtpAct.Reply(421), times: 1);
        await Task.Delay(20, TestContext.Current.CancellationToken);

        Assert.IsType<Delivery.Accepted>(await SendAsync(transport));
        Assert.Equal(2, Server.Connections);
    }

    [Fact]
    public async Task An_old_connection_is_replaced()
    {
        await using var transport = Transport(options => options with { MailsPerConnection = 2 });

        for (var number = 0; number < 5; number++)
        {
            await SendAsync(transport);
        }

        Assert.Equal(3, Server.Connections);
    }

    [Fact]
    public async Task Nobody_listening_is_unavailable_until_somebody_does()
    {
        await using var transport = Transport();
        await SendAsync(transport);
        Server.RefuseConnections();

        Assert.IsType<Delivery.Unavailable>(await SendAsync(transport));

        Server.AcceptConnections();
        Assert.IsType<Delivery.Accepted>(await SendAsync(transport));
    }

    [Fact]
    public async Task A_busy_server_that_lets_no_second_connection_in_defers_only_the_second()
    {
        Server.On(SmtpStage.EndOfData, SmtpAct.Hang, "slow@example.org");
        await using var transport = Transport(options => options with { SendTimeout = TimeSpan.FromSeconds(3) });
        await SendAsync(transport);
        var first = SendAsync(transport, "slow@example.org");
        Server.On(SmtpStage.Greeting, SmtpAct.Reply(421, "too many"));

        Assert.IsType<Delivery.Deferred>(await SendAsync(transport));
        Assert.IsType<Delivery.Deferred>(await first);
    }
}
