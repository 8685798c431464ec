using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Platform.Petitions.Database;

/// <summary>
/// Group commit. Requests put rows into a bounded channel and await their own answer; one loop takes whatever came while the last
/// batch committed and writes it in one go. No artificial delay: alone, a row is a batch of one.
/// </summary>
public abstract class BatchWriter<TRow, TAnswer>(ILogger log) : BackgroundService
{
    private const int Capacity = 10_000;
    private const int LargestBatch = 512;

    private readonly Channel<Waiting> channel = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(Capacity) { SingleReader = true });

    /// <summary>Puts a row in the queue; the task ends after COMMIT.</summary>
    /// <returns>Null when the queue is full: the caller answers 503 and nothing is lost.</returns>
    /// <exception cref="NpgsqlException">The database was away; the row was not acknowledged.</exception>
    /// <exception cref="TimeoutException">The database took too long. A row still in the queue is not written any more.</exception>
    public Task<TAnswer>? TryWrite(TRow row)
    {
        var waiting = new Waiting(row, new TaskCompletionSource<TAnswer>(TaskCreationOptions.RunContinuationsAsynchronously));
        return channel.Writer.TryWrite(waiting) ? WithinPatienceAsync(waiting.Answer) : null;
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

    /// <summary>Writes all rows or none, and commits.</summary>
    /// <returns>One answer per row, in order.</returns>
    protected abstract Task<TAnswer[]> WriteAsync(IReadOnlyList<TRow> rows);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
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

    private static async Task<TAnswer> WithinPatienceAsync(TaskCompletionSource<TAnswer> answer)
    {
        try
        {
            return await answer.Task.WaitAsync(DatabasePatience.Row);
        }
        catch (TimeoutException problem) when (answer.TrySetException(problem))
        {
            throw;
        }
        catch (TimeoutException)
        {
            // It was answered in the same instant.
            return await answer.Task;
        }
    }

    private async Task WriteOrSplitAsync(List<Waiting> batch)
    {
        try
        {
            var answers = await WriteAsync([.. batch.Select(w => w.Row)]);
            for (var i = 0; i < batch.Count; i++)
            {
                batch[i].Answer.TrySetResult(answers[i]);
            }
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

    private readonly record struct Waiting(TRow Row, TaskCompletionSource<TAnswer> Answer);
}
