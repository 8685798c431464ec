using System.Text;

namespace Platform.Petitions.Live;

/// <summary>What the open pages of one campaign in one language follow: the newest card, and a signal that it was replaced.</summary>
public sealed class LiveTopic
{
    private readonly Lock gate = new();
    private TaskCompletionSource next = NewSignal();
    private string html = "";

    /// <summary>The newest card as an event, ready to be sent; empty before the first. All readers share these bytes.</summary>
    public ReadOnlyMemory<byte> Latest { get; private set; }

    /// <summary>Grows with each new card.</summary>
    public int Version { get; private set; }

    /// <summary>How many pages follow.</summary>
    public int Followers { get; set; }

    /// <summary>Ends when there is a new card or a beat. Whoever was slow simply finds the newest one: nobody has a queue.</summary>
    public Task Next
    {
        get
        {
            lock (gate)
            {
                return next.Task;
            }
        }
    }

    public void Publish(string card)
    {
        if (card != html)
        {
            html = card;
            Latest = Event(card);
            Version++;
            Beat();
        }
    }

    /// <summary>Wakes every follower: to send a sign of life, or to leave.</summary>
    public void Beat()
    {
        TaskCompletionSource ended;
        lock (gate)
        {
            (ended, next) = (next, NewSignal());
        }

        ended.SetResult();
    }

    private static byte[] Event(string card)
    {
        var text = new StringBuilder(card.Length + 200);
        foreach (var line in card.EnumerateLines())
        {
            var words = line.Trim();
            if (words.Length > 0)
            {
                text.Append("data: ").Append(words).Append('\n');
            }
        }

        return Encoding.UTF8.GetBytes(text.Append('\n').ToString());
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
