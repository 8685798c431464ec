using System.Collections.Concurrent;
using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Platform.Petitions.Database;

/// <summary>
/// Group commit. Requests put rows into a bounded channel and await their own answer; a loop takes whatever came while its last
/// batch committed and writes it in one go. No artificial delay: alone, a row is a batch of one.
/// </summary>
public abstract class BatchWriter<TRow, TAnswer>(DatabasePatience database, ILogger log) : BackgroundService
{
    private const int Capacity = 10_000;
    private const int LargestBatch = 512;
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(100);

    private readonly Channel<Waiting> channel = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(Capacity));

    // In the order in which they came, which is the order in which patience ends.
    private readonly ConcurrentQueue<Waiting> patience = new();

    /// <summary>Rows that wait to be written.</summary>
    public int Queued => channel.Reader.Count;

    /// <summary>Puts a row in the queue; the task ends after COMMIT.</summary>
    /// <returns>Null when the queue is full: the caller answers 503 and nothing is lost.</returns>
    /// <exception cref="NpgsqlException">The database was away; the row was not acknowledged.</exception>
    /// <exception cref="TimeoutException">The database took too long. A row still in the queue is not written any more.</exception>
    public Task<TAnswer>? TryWrite(TRow row)
    {
        var waiting = new Waiting(row, new TaskCompletionSource<TAnswer>(TaskCreationOptions.RunContinuationsAsynchronously), Stopwatch.GetTimestamp());
        if (!channel.Writer.TryWrite(waiting))
        {
            return null;
        }

        patience.Enqueue(waiting);
        return waiting.Answer.Task;
    }

    /// <summary>Stops taking rows and finishes what was taken.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        channel.Writer.TryComplete();
        if (ExecuteTask is { } loop)
        {
            await loop.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await base.StopAsync(cancellationToken);
    }

    /// <summary>Batches under way at the same time: while one waits for its commit, the next is written.</summary>
    protected virtual int AtOnce => 1;

    /// <summary>Writes all rows or none, and commits.</summary>
    /// <returns>One answer per row, in order.</returns>
    protected abstract Task<TAnswer[]> WriteAsync(IReadOnlyList<TRow> rows);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var written = new CancellationTokenSource();
        var watch = WatchPatienceAsync(written.Token);
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => WriteAllAsync()));
        await written.CancelAsync();
        await watch.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task WriteAllAsync()
    {
        var batch = new List<Waiting>(LargestBatch);

        // Ends when the channel was completed and is empty, not when the host begins to stop: acknowledged means written.
        while (await channel.Reader.WaitToReadAsync(CancellationToken.None))
        {
            while (batch.Count < LargestBatch && channel.Reader.TryRead(out var waiting))
            {
                if (!waiting.Answer.Task.IsCompleted)
                {
                    batch.Add(waiting);
                }
            }

            if (batch.Count > 0)
            {
                await WriteOrSplitAsync(batch);
            }

            batch.Clear();
        }
    }

    /// <summary>Tells those who have waited too long. One look at the queue of all who wait costs less than a timer for each.</summary>
    private async Task WatchPatienceAsync(CancellationToken ct)
    {
        using var beat = new PeriodicTimer(Beat);
        while (await beat.WaitForNextTickAsync(ct))
        {
            while (patience.TryPeek(out var oldest) && (oldest.Answer.Task.IsCompleted || Stopwatch.GetElapsedTime(oldest.Since) > database.Row))
            {
                patience.TryDequeue(out _);
                oldest.Answer.TrySetException(new TimeoutException("The database took too long."));
            }
        }
    }

    private async Task WriteOrSplitAsync(List<Waiting> batch, bool again = false)
    {
        try
        {
            var answers = await WriteAsync([.. batch.Select(w => w.Row)]);
            for (var i = 0; i < batch.Count; i++)
            {
                batch[i].Answer.TrySetResult(answers[i]);
            }
        }
        catch (PostgresException problem) when (problem.SqlState == PostgresErrorCodes.DeadlockDetected && !again)
        {
            // Another node's batch held what this one needed, crosswise; that one is through now.
            await WriteOrSplitAsync(batch, again: true);
        }
        catch (PostgresException problem) when (!problem.IsTransient && batch.Count > 1)
        {
            // One row the database refuses must not take its neighbours along.
            log.LogWarning("A batch of {Rows} was split: {State}", batch.Count, problem.SqlState);
            await WriteOrSplitAsync(batch[..(batch.Count / 2)]);
            await WriteOrSplitAsync(batch[(batch.Count / 2)..]);
        }
        catch (Exception problem)
        {
            log.LogError(problem, "A batch of {Rows} was not written", batch.Count);
            foreach (var waiting in batch)
            {
                waiting.Answer.TrySetException(problem);
            }
        }
    }

    private readonly record struct Waiting(TRow Row, TaskCompletionSource<TAnswer> Answer, long Since);
}
