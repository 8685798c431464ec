using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Platform.Petitions.Database;
using Platform.Testing.Time;
using Xunit;

namespace Platform.Petitions.Tests.Database;

public sealed class BatchWriterTests
{
    [Fact]
    public async Task What_came_while_a_batch_was_written_is_the_next_batch()
    {
        await using var writer = await Scribe.StartAsync();
        writer.Hold();
        var first = writer.TryWrite(1)!;
        await writer.Writing.Task;
        var others = Enumerable.Range(2, 50).Select(i => writer.TryWrite(i)!).ToList();
        writer.LetGo();

        Assert.Equal(10, await first);
        Assert.Equal(Enumerable.Range(2, 50).Select(i => i * 10), await Task.WhenAll(others));
        Assert.Equal([1, 50], writer.Batches);
    }

    [Fact]
    public async Task A_row_the_database_refuses_fails_alone()
    {
        await using var writer = await Scribe.StartAsync();
        writer.Hold();
        var answers = Enumerable.Range(1, 20).Select(i => writer.TryWrite(i == 13 ? -1 : i)!).ToList();
        writer.LetGo();

        foreach (var (answer, i) in answers.Select((a, i) => (a, i + 1)))
        {
            if (i == 13)
            {
                await Assert.ThrowsAsync<PostgresException>(() => answer);
            }
            else
            {
                Assert.Equal(i * 10, await answer);
            }
        }
    }

    [Fact]
    public async Task A_full_queue_says_so_and_loses_nothing_it_took()
    {
        await using var writer = await Scribe.StartAsync();
        writer.Hold();
        var taken = new List<Task<int>>();
        for (var task = writer.TryWrite(1); task is not null && taken.Count < 1_000_000; task = writer.TryWrite(1))
        {
            taken.Add(task);
        }

        Assert.InRange(taken.Count, 1_000, 100_000);
        writer.LetGo();
        Assert.All(await Task.WhenAll(taken), answer => Assert.Equal(10, answer));
    }

    [Fact]
    public async Task Stopping_writes_what_was_taken_and_takes_no_more()
    {
        await using var writer = await Scribe.StartAsync();
        writer.Hold();
        var taken = Enumerable.Range(1, 1_000).Select(i => writer.TryWrite(i)!).ToList();
        var stopped = writer.StopAsync(CancellationToken.None);
        Assert.Null(writer.TryWrite(7));
        writer.LetGo();
        await stopped;

        Assert.All(taken, task => Assert.True(task.IsCompletedSuccessfully || !task.IsCompleted));
        Assert.Equal(1_000, (await Task.WhenAll(taken)).Length);
    }

    [Fact]
    public async Task A_row_whose_sender_was_told_to_come_again_is_not_written_later()
    {
        await using var writer = await Scribe.StartAsync();
        writer.Hold();
        var stuck = writer.TryWrite(1)!;
        await writer.Writing.Task;
        var waiting = writer.TryWrite(2)!;
        await Assert.ThrowsAsync<TimeoutException>(() => waiting);
        await Assert.ThrowsAsync<TimeoutException>(() => stuck);
        writer.LetGo();

        Assert.Equal(30, await writer.TryWrite(3)!);
        Assert.Equal([1, 1], writer.Batches);
    }

    [Fact]
    public async Task Batches_that_met_crosswise_are_written_once_more_and_no_more_than_that()
    {
        await using var writer = await Scribe.StartAsync();
        writer.Deadlocks = 1;
        Assert.Equal(10, await writer.TryWrite(1)!);

        writer.Deadlocks = 2;
        await Assert.ThrowsAsync<PostgresException>(() => writer.TryWrite(2)!);
        Assert.Equal(30, await writer.TryWrite(3)!);
        Assert.Equal([1, 1], writer.Batches);
    }

    [Fact]
    public async Task The_next_batch_is_written_while_one_waits_for_its_commit()
    {
        await using var writer = await Scribe.StartAsync(atOnce: 2);
        writer.Hold();
        var first = writer.TryWrite(1)!;
        await writer.Writing.Task;
        var second = writer.TryWrite(2)!;
        await Until.TrueAsync(() => writer.UnderWay == 2, "the second batch does not wait for the first");
        writer.LetGo();
        Assert.Equal((10, 20), (await first, await second));
    }

    /// <summary>Multiplies by ten, refuses what is negative, and can be held up.</summary>
    private sealed class Scribe(int atOnce) : BatchWriter<int, int>(DatabasePatience.Usual, NullLogger.Instance), IAsyncDisposable
    {
        private TaskCompletionSource gate = Opened();
        private int underWay;

        public List<int> Batches { get; } = [];

        /// <summary>So many batches from now on meet another crosswise.</summary>
        public int Deadlocks { get; set; }

        public int UnderWay => Volatile.Read(ref underWay);

        public TaskCompletionSource Writing { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public static async Task<Scribe> StartAsync(int atOnce = 1)
        {
            var scribe = new Scribe(atOnce);
            await scribe.StartAsync(CancellationToken.None);
            return scribe;
        }

        public void Hold() => gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        public void LetGo() => gate.SetResult();

        public async ValueTask DisposeAsync()
        {
            gate.TrySetResult();
            await StopAsync(CancellationToken.None);
            Dispose();
        }

        protected override int AtOnce => atOnce;

        protected override async Task<int[]> WriteAsync(IReadOnlyList<int> rows)
        {
            Interlocked.Increment(ref underWay);
            Writing.TrySetResult();
            await gate.Task;
            if (Deadlocks > 0)
            {
                Deadlocks--;
                throw new PostgresException("crosswise", "ERROR", "ERROR", PostgresErrorCodes.DeadlockDetected);
            }

            if (rows.Any(r => r < 0))
            {
                throw new PostgresException("refused", "ERROR", "ERROR", PostgresErrorCodes.CheckViolation);
            }

            lock (Batches)
            {
                Batches.Add(rows.Count);
            }

            return [.. rows.Select(r => r * 10)];
        }

        private static TaskCompletionSource Opened()
        {
            var open = new TaskCompletionSource();
            open.SetResult();
            return open;
        }
    }
}
