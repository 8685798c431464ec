using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Platform.Petitions.Database;

namespace Platform.Petitions.Outbox;

/// <summary>
/// Wakes the mail pumps of all workers. The writers ring it after they committed, and it passes on at most some rings a second: PostgreSQL
/// puts notices in one queue under one lock that a transaction holds until it has committed, so a notice in each batch would make all
/// batches of all nodes wait for each other's commit. A ring that is lost costs no more than the pump's own poll.
/// </summary>
public sealed class MailBell(EngineDataSource source, ILogger<MailBell> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly Channel<bool> rung = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>There is mail that is due.</summary>
    public void Ring() => rung.Writer.TryWrite(true);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested && await rung.Reader.WaitToReadAsync(stoppingToken))
        {
            rung.Reader.TryRead(out _);
            try
            {
                await using var notice = source.Command($"notify {MailKind.Channel}");
                await notice.ExecuteNonQueryAsync(stoppingToken);
            }
            catch (Exception problem) when (problem.IsDatabaseOutage())
            {
                log.LogWarning("The mail pumps were not woken and look by themselves: {Problem}", problem.Message);
            }

            await Task.Delay(Pause, stoppingToken);
        }
    }
}
