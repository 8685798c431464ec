using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using Platform.Core.Mail;
using Platform.Petitions.Database;

namespace Platform.Petitions.Outbox;

/// <summary>
/// Sends what is due. NOTIFY wakes it, a poll each second backs that up. Mails are claimed many at a time, written a campaign's few at
/// once, and sent over as many connections as there may be; each of the three goes on while the others work.
/// </summary>
internal sealed class MailPump(
    EngineDataSource source, IServiceScopeFactory scopes, LeasedMails leased, MailLanes lanes, MailSending sending, IOptions<MailOptions> options, TimeProvider clock, ILogger<MailPump> log)
    : BackgroundService
{
    private const int WrittenTogether = 16;
    private static readonly int Writers = Math.Clamp(Environment.ProcessorCount, 2, 4);
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan RenewEvery = TimeSpan.FromSeconds(20);

    private readonly SemaphoreSlim writing = new(Writers);

    public override void Dispose()
    {
        writing.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        List<Task> hands = [AgainAndAgainAsync(KeepAsync, stoppingToken), .. Enumerable.Range(0, options.Value.Connections).Select(_ => AgainAndAgainAsync(SendAsync, stoppingToken))];
        await AgainAndAgainAsync(ClaimAsync, stoppingToken);
        await Task.WhenAll(hands);

        // What was being written lies in the lanes when all places at the desk are free.
        for (var i = 0; i < Writers; i++)
        {
            await writing.WaitAsync(CancellationToken.None);
        }

        await Task.WhenAll(lanes.TakeAll().Select(mail => PutBackAsync(mail, TimeSpan.Zero)));
    }

    private async Task AgainAndAgainAsync(Func<CancellationToken, Task> work, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await work(ct);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception problem)
            {
                log.LogError(problem, "The mail pump lost its footing and starts again");
                await Task.Delay(MailStamp.AfterTrouble, clock, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task ClaimAsync(CancellationToken ct)
    {
        await using var ears = await source.OpenAsync(ct);
        await using (var listen = new NpgsqlCommand($"listen {MailKind.Channel}", ears))
        {
            await listen.ExecuteNonQueryAsync(ct);
        }

        while (true)
        {
            // While the server is away one mail is enough to find out when it is back.
            var room = !lanes.Away ? await leased.RoomAsync(ct) : leased.Count == 0 ? 1 : 0;
            var due = room == 0 ? [] : await leased.ClaimAsync(room, ct);
            foreach (var mails in Together(due))
            {
                await writing.WaitAsync(CancellationToken.None);
                _ = WriteAsync(mails);
            }

            if (due.Count == 0)
            {
                await ears.WaitAsync(Poll, ct);
            }
        }
    }

    private async Task WriteAsync(DueMail[] mails)
    {
        try
        {
            // Off the claiming loop: a scope, its queries and the rendering are most of what a mail costs.
            await Task.Yield();
            await using var scope = scopes.CreateAsyncScope();
            var (ready, stamps) = await scope.ServiceProvider.GetRequiredService<MailPreparing>().RunAsync(mails, CancellationToken.None);
            foreach (var mail in ready)
            {
                lanes.Add(mail);
            }

            await Task.WhenAll(stamps.Select(leased.ReleaseAsync));
        }
        catch (Exception problem)
        {
            log.LogError(problem, "{Mails} mails could not be written now", mails.Length);
            await Task.WhenAll(mails.Select(mail => leased.ReleaseAsync(problem.IsDatabaseOutage() ? MailStamp.PutBack(mail, MailStamp.AfterTrouble) : MailStamp.Again(mail, problem.GetType().Name))));
        }
        finally
        {
            writing.Release();
        }
    }

    /// <summary>A mail that is under way is finished even while stopping.</summary>
    private async Task SendAsync(CancellationToken ct) => await sending.SendAsync(await lanes.NextAsync(ct), CancellationToken.None);

    /// <summary>Each second: what cannot leave soon makes room for others, and leases are renewed in time.</summary>
    private async Task KeepAsync(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(Poll, clock);
        for (var renewed = clock.GetTimestamp(); await timer.WaitForNextTickAsync(ct);)
        {
            await Task.WhenAll(lanes.Overflow().Select(o => PutBackAsync(o.Mail, o.Wait)));
            if (clock.GetElapsedTime(renewed) >= RenewEvery)
            {
                renewed = clock.GetTimestamp();
                await leased.RenewAsync(ct);
            }
        }
    }

    private async Task PutBackAsync(ReadyMail mail, TimeSpan wait)
    {
        mail.Message.Dispose();
        await leased.ReleaseAsync(MailStamp.PutBack(mail.Due, wait));
    }

    /// <summary>Mails of one campaign are written from the same texts; all others alone.</summary>
    private static IEnumerable<DueMail[]> Together(List<DueMail> due) => due.OrderBy(mail => (mail.Urgency, mail.Id))
        .GroupBy(mail => mail.Mail.CampaignId is { } campaign ? (campaign, 0L) : (Guid.Empty, mail.Id)).SelectMany(group => group.Chunk(WrittenTogether));
}
