using Platform.Core.Mail;

namespace Platform.Petitions.Outbox;

/// <summary>
/// Mails that are ready, one lane for each recipient domain with its own limits: a domain that is slow, hangs or says "later" holds up
/// nobody else. Among the lanes that may send, the most urgent mail goes first.
/// </summary>
internal sealed class MailLanes(MailOptions options, TimeProvider clock)
{
    /// <summary>A lane holds no more in memory than it can send in this time, and always a few; the rest waits in the outbox.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private const int AlwaysHeld = 4;

    /// <summary>So many connections carry only first mails: two large domains that hang together would take all of them otherwise.</summary>
    private readonly int kept = options.Connections / 4;

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Forgotten = TimeSpan.FromMinutes(10);

    private readonly Lock gate = new();
    private readonly Dictionary<string, DomainLane> lanes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MailDomainLimit> own = options.Domains.ToDictionary(d => d.Name.ToLowerInvariant(), StringComparer.Ordinal);
    private readonly long start = clock.GetTimestamp();
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool away;
    private TimeSpan awayUntil;

    /// <summary>The mail server cannot be used; one mail at a time tries whether it is back.</summary>
    public bool Away
    {
        get
        {
            lock (gate)
            {
                return away;
            }
        }
    }

    private TimeSpan Now => clock.GetElapsedTime(start);

    public void Add(ReadyMail mail)
    {
        lock (gate)
        {
            Lane(mail.Domain).Add(mail, Now);
            Wake();
        }
    }

    /// <summary>The next mail that may leave, as soon as there is one.</summary>
    public async Task<ReadyMail> NextAsync(CancellationToken ct)
    {
        while (true)
        {
            Task change;
            TimeSpan wait;
            lock (gate)
            {
                if (Choose(Now, out wait) is { } lane)
                {
                    return lane.Take(Now);
                }

                change = changed.Task;
            }

            await change.WaitAsync(wait, clock, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            ct.ThrowIfCancellationRequested();
        }
    }

    /// <param name="delivery">What became of it.</param>
    public void Return(ReadyMail mail, Delivery delivery)
    {
        lock (gate)
        {
            (away, awayUntil) = delivery is Delivery.Unavailable ? (true, Now + MailStamp.AfterTrouble) : (false, awayUntil);
            bool? through = delivery switch
            {
                Delivery.Deferred => false,
                Delivery.Unavailable => null,
                _ => true,
            };
            Lane(mail.Domain).Return(mail, through, Now);
            Wake();
        }
    }

    /// <summary>What the lanes cannot send soon, with how long each should wait in the outbox; forgets lanes that nobody uses.</summary>
    public List<(ReadyMail Mail, TimeSpan Wait)> Overflow()
    {
        lock (gate)
        {
            foreach (var (domain, _) in lanes.Where(l => l.Value is { Waiting: 0, UnderWay: 0 } && Now - l.Value.LastUsed > Forgotten).ToList())
            {
                lanes.Remove(domain);
            }

            // A server that is away says nothing about domains.
            return away ? [] : [.. lanes.Values.SelectMany(lane => lane.Overflow(Patience, AlwaysHeld, Now)).Select(o => (o.Mail, o.Wait < LongestWait ? o.Wait : LongestWait))];
        }
    }

    public List<ReadyMail> TakeAll()
    {
        lock (gate)
        {
            return [.. lanes.Values.SelectMany(lane => lane.TakeAll())];
        }
    }

    /// <param name="wait">When null is returned: how long until a lane may send, unless something changes before.</param>
    private DomainLane? Choose(TimeSpan now, out TimeSpan wait)
    {
        wait = Timeout.InfiniteTimeSpan;
        if (away && (lanes.Values.Any(lane => lane.UnderWay > 0) || now < awayUntil))
        {
            wait = now < awayUntil ? awayUntil - now : wait;
            return null;
        }

        DomainLane? best = null;
        var scarce = options.Connections - lanes.Values.Sum(lane => lane.UnderWay) <= kept;
        foreach (var lane in lanes.Values)
        {
            if (lane.Wait(now) is not { } needed || (scarce && lane.UnderWay > 0))
            {
                continue;
            }

            if (needed == TimeSpan.Zero)
            {
                best = best is null || lane.Head!.CompareTo(best.Head) < 0 ? lane : best;
            }
            else if (wait == Timeout.InfiniteTimeSpan || needed < wait)
            {
                wait = needed;
            }
        }

        return best;
    }

    private DomainLane Lane(string domain)
    {
        if (!lanes.TryGetValue(domain, out var lane))
        {
            var limit = own.GetValueOrDefault(domain);
            var usual = options.ConnectionsPerDomain > 0 ? options.ConnectionsPerDomain : Math.Max(1, options.Connections / 2);
            var perSecond = limit?.MailsPerSecond ?? options.MailsPerSecondPerDomain;
            lanes[domain] = lane = new DomainLane(limit?.Connections ?? usual, perSecond > 0 ? TimeSpan.FromSeconds(1) / perSecond : TimeSpan.Zero);
        }

        return lane;
    }

    private void Wake()
    {
        changed.TrySetResult();
        changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
