using System.Collections.Concurrent;
using Platform.Petitions.Database;

namespace Platform.Petitions.Outbox;

/// <summary>The mails this process holds. Their leases last a minute and are renewed for as long as they are held; after a crash another worker has them within that minute.</summary>
internal sealed class LeasedMails(EngineDataSource source, MailStamps stamps)
{
    private const int Places = 512;
    private const int Batch = 128;

    private readonly ConcurrentDictionary<long, bool> held = new();
    private TaskCompletionSource left = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int Count => held.Count;

    public async Task<List<DueMail>> ClaimAsync(int most, CancellationToken ct)
    {
        var due = await OutboxQueue.ClaimAsync(source, Math.Min(most, Batch), ct);
        foreach (var mail in due)
        {
            held[mail.Id] = true;
        }

        return due;
    }

    /// <summary>Stamps a mail and lets it go.</summary>
    public async Task ReleaseAsync(MailStamp stamp)
    {
        try
        {
            await stamps.StampAsync(stamp);
        }
        finally
        {
            held.TryRemove(stamp.Id, out _);
            Interlocked.Exchange(ref left, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
        }
    }

    public async Task RenewAsync(CancellationToken ct) => await OutboxQueue.RenewAsync(source, [.. held.Keys], ct);

    /// <summary>Waits until there is room for a good part of a batch.</summary>
    /// <returns>How many may be claimed.</returns>
    public async Task<int> RoomAsync(CancellationToken ct)
    {
        while (true)
        {
            var next = Volatile.Read(ref left).Task;
            if (Places - held.Count is >= Batch / 4 and var room)
            {
                return room;
            }

            await next.WaitAsync(ct);
        }
    }
}
