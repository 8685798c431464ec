using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Access;
using Platform.Petitions.Outbox;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.Outbox;

public sealed class OutboxWatchTests
{
    [Fact]
    public async Task Admins_hear_once_that_mail_waits_or_fails_and_once_that_it_is_over()
    {
        await using var host = new TestHost();
        await host.InitializeAsync();
        var (admin, moderator) = (await host.UserAsync(role: PlatformRole.Admin), await host.UserAsync(role: PlatformRole.Moderator));
        await WatchAsync(host);
        Assert.Empty(await host.Mail.ToAsync(admin.Email!));

        // Nobody sends it: somebody else has it for an hour.
        await host.InDbAsync(null, db => db.Database.ExecuteSqlAsync(
            $"insert into petitions.outbox_mails (kind, subject, attempts, outcome, due_at, lease_until) values ('reset-password', gen_random_uuid(), 0, 0, now() - interval '10 minutes', now() + interval '1 hour')"));
        await WatchAsync(host);
        await WatchAsync(host);
        var told = await host.Mail.WaitAsync(admin.Email!, "Mail is waiting");
        Assert.Contains("10 minutes", told.Text, StringComparison.Ordinal);

        await host.InDbAsync(null, db => db.Database.ExecuteSqlAsync($"update petitions.outbox_mails set done_at = now(), outcome = 4 where done_at is null and due_at < now() - interval '5 minutes'"));
        await WatchAsync(host);
        await WatchAsync(host);
        await host.Mail.WaitAsync(admin.Email!, "Mail goes out again");
        Assert.Equal(2, (await host.Mail.ToAsync(admin.Email!)).Count);
        Assert.Empty(await host.Mail.ToAsync(moderator.Email!));

        await host.InDbAsync(null, db => db.Database.ExecuteSqlAsync($"insert into petitions.outbox_mails (kind, subject, attempts, outcome, done_at) values ('reset-password', gen_random_uuid(), 12, 3, now())"));
        await WatchAsync(host);
        await host.Mail.WaitAsync(admin.Email!, count: 3);
    }

    private static Task<int> WatchAsync(TestHost host) => host.InScopeAsync(null, async services =>
    {
        await ActivatorUtilities.CreateInstance<OutboxWatchJob>(services).RunAsync(CancellationToken.None);
        return 0;
    });
}
