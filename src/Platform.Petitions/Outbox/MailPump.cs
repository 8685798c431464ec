using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using Platform.Core.Mail;
using Platform.Petitions.Database;

namespace Platform.Petitions.Outbox;

/// <summary>Sends what is due. NOTIFY wakes it, a poll each second backs that up; leases let several workers share the box.</summary>
public sealed class MailPump(EngineDataSource source, IServiceScopeFactory scopes, IOptions<MailOptions> options, ILogger<MailPump> log) : BackgroundService
{
    private const int Batch = 64;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAndSendAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception problem)
            {
                log.LogError(problem, "The mail pump lost its footing and starts again");
                await Task.Delay(AfterTrouble, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task ListenAndSendAsync(CancellationToken ct)
    {
        await using var ears = await source.OpenAsync(ct);
        await using (var listen = new NpgsqlCommand($"listen {MailKind.Channel}", ears))
        {
            await listen.ExecuteNonQueryAsync(ct);
        }

        while (!ct.IsCancellationRequested)
        {
            var due = await OutboxQueue.ClaimAsync(source, Batch, ct);
            if (due.Count == 0)
            {
                await ears.WaitAsync(Poll, ct);
                continue;
            }

            var away = 0;
            await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, options.Value.Connections), CancellationToken = ct }, async (mail, _) =>
            {
                // What was claimed is finished even while stopping: the lease would only make it late.
                await using var scope = scopes.CreateAsyncScope();
                if (!await scope.ServiceProvider.GetRequiredService<MailSending>().SendAsync(mail, CancellationToken.None))
                {
                    Interlocked.Increment(ref away);
                }
            });

            if (away > 0)
            {
                await Task.Delay(AfterTrouble, ct);
            }
        }
    }
}
