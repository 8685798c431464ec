using System.Diagnostics.CodeAnalysis;
using MimeKit;
using Platform.Core.Mail;
using Platform.Petitions.Outbox;
using Xunit;

namespace Platform.Petitions.Tests.Outbox;

[SuppressMessage("Reliability", "CA2000", Justification = "The messages are empty.")]
public sealed class MailLanesTests
{
    private static readonly Delivery Accepted = new Delivery.Accepted();
    private static readonly Delivery Later = new Delivery.Deferred("451 later");

    private readonly HandClock clock = new();
    private long ids;

    [Fact]
    public async Task A_confirmation_goes_before_all_that_lay_there_earlier()
    {
        var lanes = Lanes();
        lanes.Add(Mail("a.example", MailUrgency.Bulk));
        lanes.Add(Mail("b.example", MailUrgency.Soon));
        lanes.Add(Mail("a.example", MailUrgency.AtOnce));

        Assert.Equal([3, 2, 1], await NextAsync(lanes, 3));
    }

    [Fact]
    public async Task A_domain_has_no_more_connections_than_its_share_and_the_others_go_on()
    {
        var lanes = Lanes(new MailOptions { Connections = 4, Domains = [new MailDomainLimit { Name = "One.example", Connections = 1 }] });
        foreach (var domain in (string[])["slow.example", "slow.example", "slow.example", "one.example", "one.example", "other.example"])
        {
            lanes.Add(Mail(domain));
        }

        Assert.Equal([1, 2, 4, 6], await NextAsync(lanes, 4));
        Assert.Null(Now(lanes));
    }

    [Fact]
    public async Task Two_large_domains_that_hang_leave_connections_for_a_third()
    {
        var lanes = Lanes(new MailOptions { Connections = 8 });
        for (var i = 0; i < 10; i++)
        {
            lanes.Add(Mail("one.example"));
            lanes.Add(Mail("two.example"));
        }

        var hanging = new List<ReadyMail>();
        while (Now(lanes) is { } next)
        {
            hanging.Add(await next);
        }

        Assert.Equal(6, hanging.Count);
        lanes.Add(Mail("three.example"));
        Assert.Equal("three.example", (await Now(lanes)!).Domain);

        lanes.Return(hanging[0], Accepted);
        lanes.Return(hanging[1], Accepted);
        Assert.NotNull(Now(lanes));
    }

    [Fact]
    public async Task The_pace_of_a_domain_holds_beyond_the_first_few()
    {
        var lanes = Lanes(new MailOptions { MailsPerSecondPerDomain = 10 });
        for (var i = 0; i < 20; i++)
        {
            lanes.Add(Mail("a.example"));
        }

        var sent = 0;
        for (var passed = 0; passed < 1000; passed += 20)
        {
            while (Now(lanes) is { } mail)
            {
                sent++;
                lanes.Return(await mail, Accepted);
            }

            clock.PassMilliseconds(20);
        }

        Assert.InRange(sent, 10, 13);
    }

    [Fact]
    public async Task A_domain_that_says_later_is_asked_by_one_mail_at_a_time_until_one_gets_through()
    {
        var lanes = Lanes();
        for (var i = 0; i < 9; i++)
        {
            lanes.Add(Mail("grey.example"));
        }

        lanes.Return(await lanes.NextAsync(CancellationToken.None), Later);
        Assert.Null(Now(lanes));

        clock.PassMilliseconds(250);
        var second = await Now(lanes)!;
        clock.PassMilliseconds(250);
        Assert.Null(Now(lanes));

        lanes.Return(second, Accepted);
        Assert.NotNull(Now(lanes));
        Assert.NotNull(Now(lanes));
    }

    [Fact]
    public async Task What_cannot_leave_soon_makes_room_and_each_of_it_gets_a_turn_of_its_own()
    {
        var lanes = Lanes(new MailOptions { MailsPerSecondPerDomain = 10 });
        for (var i = 0; i < 100; i++)
        {
            lanes.Add(Mail(i % 2 == 0 ? "a.example" : "b.example", i == 98 ? MailUrgency.AtOnce : MailUrgency.Soon));
        }

        var waits = lanes.Overflow().Where(o => o.Mail.Domain == "a.example").ToList();

        Assert.Equal(40, waits.Count);
        Assert.DoesNotContain(waits, o => o.Mail.Due.Urgency == MailUrgency.AtOnce);
        Assert.Equal(40, waits.Select(o => o.Wait).Distinct().Count());
        Assert.All(waits, o => Assert.InRange(o.Wait, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10)));
        Assert.Empty(lanes.Overflow());
        Assert.Equal([99], await NextAsync(lanes, 1));
    }

    [Fact]
    public async Task A_mail_that_hangs_shows_that_its_domain_is_slow_before_it_has_ended()
    {
        var lanes = Lanes();
        for (var i = 0; i < 50; i++)
        {
            lanes.Add(Mail("hang.example"));
        }

        _ = await lanes.NextAsync(CancellationToken.None);
        Assert.Empty(lanes.Overflow());

        clock.Pass(TimeSpan.FromSeconds(20));
        Assert.Equal(45, lanes.Overflow().Count);
    }

    [Fact]
    public async Task While_the_server_is_away_one_mail_at_a_time_tries_whether_it_is_back()
    {
        var lanes = Lanes();
        for (var i = 0; i < 4; i++)
        {
            lanes.Add(Mail($"{i}.example"));
        }

        lanes.Return(await lanes.NextAsync(CancellationToken.None), new Delivery.Unavailable("gone"));
        Assert.True(lanes.Away);
        Assert.Null(Now(lanes));

        clock.Pass(TimeSpan.FromSeconds(3));
        var probe = await Now(lanes)!;
        Assert.Null(Now(lanes));

        lanes.Return(probe, Accepted);
        Assert.False(lanes.Away);
        Assert.NotNull(Now(lanes));
        Assert.NotNull(Now(lanes));
    }

    private static async Task<List<long>> NextAsync(MailLanes lanes, int count)
    {
        var next = new List<long>();
        while (next.Count < count)
        {
            next.Add((await (Now(lanes) ?? throw new InvalidOperationException($"Nothing may leave after {string.Join(", ", next)}."))).Due.Id);
        }

        return next;
    }

    /// <summary>Null when nothing may leave at this moment.</summary>
    private static Task<ReadyMail>? Now(MailLanes lanes)
    {
        using var tired = new CancellationTokenSource();
        var next = lanes.NextAsync(tired.Token);
        if (next.IsCompleted)
        {
            return next;
        }

        tired.Cancel();
        return null;
    }

    private MailLanes Lanes(MailOptions? options = null) => new(options ?? new MailOptions(), clock);

    private ReadyMail Mail(string domain, MailUrgency urgency = MailUrgency.Soon) =>
        new(new DueMail(++ids, new OutboxMail(MailKind.ConfirmSignature, null, null, Guid.Empty), urgency, 1), new MimeMessage(), domain, []);
}
