namespace Platform.Petitions.Outbox;

/// <summary>Mails to one recipient domain, and how that domain takes them. Not thread-safe: <see cref="MailLanes"/> guards it.</summary>
/// <param name="connections">At most so many mails are under way at once.</param>
/// <param name="pace">The least time between two mails.</param>
internal sealed class DomainLane(int connections, TimeSpan pace)
{
    private const double Weight = 0.2;

    /// <summary>While a domain says "later" or hangs: one mail at a time, five a second, until one gets through. Slower would make a domain that greylists everybody once take hours.</summary>
    private static readonly TimeSpan TroubledPace = TimeSpan.FromMilliseconds(200);

    /// <summary>Mails that have just come may leave together; the pace holds beyond this.</summary>
    private static readonly TimeSpan Burst = TimeSpan.FromMilliseconds(250);

    private readonly SortedSet<ReadyMail> waiting = [];
    private readonly Dictionary<long, TimeSpan> underWay = [];
    private bool troubled;
    private TimeSpan next = TimeSpan.MinValue;
    private TimeSpan usual;
    private TimeSpan putBack;

    public ReadyMail? Head => waiting.Min;

    public int Waiting => waiting.Count;

    public int UnderWay => underWay.Count;

    public TimeSpan LastUsed { get; private set; }

    private int Most => troubled ? 1 : connections;

    private TimeSpan Pace => troubled && pace < TroubledPace ? TroubledPace : pace;

    public void Add(ReadyMail mail, TimeSpan now)
    {
        waiting.Add(mail);
        LastUsed = now;
    }

    /// <summary>How long until the next mail may leave; null when that depends on one that is under way, or there is none.</summary>
    public TimeSpan? Wait(TimeSpan now) =>
        waiting.Count == 0 || underWay.Count >= Most ? null : next > now ? next - now : TimeSpan.Zero;

    public ReadyMail Take(TimeSpan now)
    {
        var mail = waiting.Min!;
        waiting.Remove(mail);
        underWay.Add(mail.Due.Id, now);
        var earliest = now - (troubled ? TimeSpan.Zero : Burst);
        next = (next > earliest ? next : earliest) + Pace;
        return mail;
    }

    /// <param name="wentThrough">Null says nothing about the domain.</param>
    public void Return(ReadyMail mail, bool? wentThrough, TimeSpan now)
    {
        underWay.Remove(mail.Due.Id, out var since);
        usual = usual == TimeSpan.Zero ? now - since : usual + (now - since - usual) * Weight;
        troubled = wentThrough is { } through ? !through : troubled;
        next = troubled && next < now + Pace ? now + Pace : next;
        LastUsed = now;
    }

    /// <summary>Mails that cannot leave within <paramref name="patience"/> and take the place of others, each with the time at which its turn comes, as it looks now.</summary>
    public IEnumerable<(ReadyMail Mail, TimeSpan Wait)> Overflow(TimeSpan patience, int least, TimeSpan now)
    {
        var step = Step(now);
        while (waiting.Count > least && waiting.Count * step > patience)
        {
            var last = waiting.Max!;
            waiting.Remove(last);
            putBack = (putBack > now ? putBack : now + waiting.Count * step) + step;
            yield return (last, putBack - now);
        }
    }

    public IEnumerable<ReadyMail> TakeAll()
    {
        var all = waiting.ToList();
        waiting.Clear();
        return all;
    }

    /// <summary>How fast this lane moves: by its pace, or by how long its mails take. One that hangs counts from its beginning.</summary>
    private TimeSpan Step(TimeSpan now)
    {
        var slowest = underWay.Count == 0 ? TimeSpan.Zero : now - underWay.Values.Min();
        var takes = (slowest > usual ? slowest : usual) / Most;
        return takes > Pace ? takes : Pace;
    }
}
