using Platform.Petitions.Outbox;
using Xunit;

namespace Platform.Petitions.Tests.Outbox;

public sealed class OutboxQueueTests(OutboxDatabase database) : IClassFixture<OutboxDatabase>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await database.RunAsync("delete from petitions.outbox_mails");

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Confirmations_are_claimed_before_a_mailing_that_is_due_much_longer()
    {
        for (var i = 0; i < 5; i++)
        {
            await database.LayAsync(MailKind.MilestoneForSigner, "now() - interval '1 hour'");
            await database.LayAsync(MailKind.CampaignMoved, "now() - interval '1 minute'");
        }

        await database.LayAsync(MailKind.ConfirmSignature, "now() + interval '1 minute'");
        var confirmation = await database.LayAsync(MailKind.ConfirmSignature);

        Assert.Equal([confirmation], (await ClaimAsync(1)).Select(m => m.Id));
        var next = await ClaimAsync(6);
        Assert.Equal(5, next.Count(m => m.Mail.Kind == MailKind.CampaignMoved));
        Assert.Single(next, m => m.Mail.Kind == MailKind.MilestoneForSigner);
        Assert.Equal(4, (await ClaimAsync(100)).Count);
        Assert.Empty(await ClaimAsync(100));
    }

    [Fact]
    public async Task A_claimed_mail_is_nobody_elses_for_a_minute_and_then_anybodys()
    {
        var id = await database.LayAsync(MailKind.ConfirmSignature);
        Assert.Equal(1, Assert.Single(await ClaimAsync(10)).Attempt);
        Assert.Empty(await ClaimAsync(10));
        Assert.InRange(await LeaseAsync(id), 30, 60);

        await database.RunAsync("update petitions.outbox_mails set lease_until = now() - interval '1 second'");
        Assert.Equal(2, Assert.Single(await ClaimAsync(10)).Attempt);
    }

    [Fact]
    public async Task A_lease_is_renewed_for_as_long_as_its_holder_wants_but_not_once_the_mail_is_done()
    {
        var (held, done) = (await database.LayAsync(MailKind.ConfirmSignature), await database.LayAsync(MailKind.ConfirmSignature));
        await ClaimAsync(10);
        await database.RunAsync($"update petitions.outbox_mails set lease_until = now() + interval '1 second'; update petitions.outbox_mails set done_at = now(), lease_until = null where id = {done}");

        await OutboxQueue.RenewAsync(database.Source, [held, done], CancellationToken.None);

        Assert.InRange(await LeaseAsync(held), 30, 60);
        Assert.Equal(1, await database.AskAsync($"select count(*) from petitions.outbox_mails where id = {done} and lease_until is null"));
    }

    private Task<List<DueMail>> ClaimAsync(int most) => OutboxQueue.ClaimAsync(database.Source, most, CancellationToken.None);

    private Task<long> LeaseAsync(long id) => database.AskAsync($"select extract(epoch from lease_until - now())::bigint from petitions.outbox_mails where id = {id}");
}
