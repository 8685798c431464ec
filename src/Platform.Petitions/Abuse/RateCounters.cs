using System.Security.Cryptography;
using System.Text;

namespace Platform.Petitions.Abuse;

/// <summary>Which sender of which campaign a window counts, as 128 bits of a hash: no address stays in memory or in the table that nodes share.</summary>
public readonly record struct RateKey(Guid Sender, bool Day);

/// <summary>The windows of this node: as many as there were senders lately. <see cref="AbuseKeeper"/> lets all nodes know what each of them counted.</summary>
public sealed class RateCounters(TimeProvider clock)
{
    public static readonly TimeSpan Day = TimeSpan.FromHours(24);

    /// <summary>How long a sender of few is remembered within a day: two hits each two hours stay below every limit of a day there is.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromHours(2);

    /// <summary>Fewer hits than this are nobody's concern: they are not told to other nodes, and soon forgotten.</summary>
    internal const int Fewest = 3;

    private const int Parts = 64;

    private readonly RateShard[] shards = [.. Enumerable.Range(0, Parts).Select(_ => new RateShard())];

    public TimeSpan Burst { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Counts a hit where a limit is set.</summary>
    /// <returns>True when it was one too many.</returns>
    public bool IsOver(Guid sender, int? burst, int? day)
    {
        var now = clock.GetUtcNow();
        var over = burst is { } most && Hit(new RateKey(sender, Day: false), now, Burst) > most;
        return (day is { } daily && Hit(new RateKey(sender, Day: true), now, Day) > daily) || over;
    }

    /// <param name="what">Keeps an address and a domain of the same spelling apart.</param>
    public static Guid Key(Guid campaign, string what, ReadOnlySpan<byte> sender)
    {
        Span<byte> text = stackalloc byte[16 + 16 + 260];
        campaign.TryWriteBytes(text);
        var length = 16 + Encoding.UTF8.GetBytes(what, text[16..32]);
        sender[..Math.Min(sender.Length, 260)].CopyTo(text[length..]);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text[..(length + Math.Min(sender.Length, 260))], hash);
        return new Guid(hash[..16]);
    }

    /// <summary>Those that counted since the last call.</summary>
    internal List<RateNews> TakeNews()
    {
        var news = new List<RateNews>();
        foreach (var shard in shards)
        {
            shard.TakeNews(news, Fewest);
        }

        return news;
    }

    /// <param name="total">Hits of all nodes in that stretch, those of <paramref name="mine"/> included.</param>
    internal void Hear(RateNews mine, int total) => ShardOf(mine.Key).Hear(mine, total);

    internal void Forget()
    {
        var now = clock.GetUtcNow();
        foreach (var shard in shards)
        {
            shard.Forget((key, window) => window.IsOver(now, key.Day ? Day : Burst, key.Day ? Quiet : Burst, Fewest));
        }
    }

    private int Hit(RateKey key, DateTimeOffset now, TimeSpan length) => ShardOf(key).Hit(key, now, length, Fewest);

    private RateShard ShardOf(RateKey key) => shards[(uint)key.GetHashCode() % Parts];
}
