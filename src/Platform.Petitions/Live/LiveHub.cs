using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Platform.Core.Tenancy;
using Platform.Core.Text;
using Platform.Petitions.CampaignPage;
using Platform.Petitions.Site;

namespace Platform.Petitions.Live;

/// <summary>A card somebody follows.</summary>
public sealed record LiveKey(Guid TenantId, string Organisation, Guid CampaignId, string Slug, string Language);

/// <summary>
/// Draws each followed card once per change and language, at most once a second, and wakes its readers. The work does not grow with
/// the number of readers; a reader who does not read holds up nobody but the own connection.
/// </summary>
public sealed class LiveHub : BackgroundService
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(1);

    private readonly IServiceScopeFactory scopes;
    private readonly LiveOptions options;
    private readonly ILogger<LiveHub> log;
    private readonly ConcurrentDictionary<LiveKey, LiveTopic> topics = new();
    private readonly ConcurrentDictionary<Guid, bool> due = new();
    private readonly Lock joining = new();
    private int readers;

    public LiveHub(IServiceScopeFactory scopes, CampaignChanges changes, SiteSwitches switches, LiveOptions options, IHostApplicationLifetime lifetime, ILogger<LiveHub> log)
    {
        (this.scopes, this.options, this.log) = (scopes, options, log);
        switches.Changed += BeatAll;
        changes.Heard += campaign => due.TryAdd(campaign, true);
        lifetime.ApplicationStopping.Register(End);
    }

    /// <summary>The host is stopping: streams end, or it would wait for them.</summary>
    public bool Ended { get; private set; }

    /// <summary>Open streams on this node.</summary>
    public int Readers => Volatile.Read(ref readers);

    /// <returns>Null when this node has as many streams as it may; the page asks now and then instead.</returns>
    public async Task<LiveTopic?> JoinAsync(LiveKey key, CancellationToken ct)
    {
        LiveTopic topic;
        lock (joining)
        {
            if (Ended || readers >= options.MostStreams)
            {
                return null;
            }

            readers++;
            topic = topics.GetOrAdd(key, _ => new LiveTopic());
            topic.Followers++;
        }

        if (topic.Version == 0)
        {
            await DrawAsync(key, topic, ct);
        }

        return topic;
    }

    public void Leave(LiveKey key, LiveTopic topic)
    {
        lock (joining)
        {
            readers--;
            if (--topic.Followers == 0)
            {
                topics.TryRemove(key, out _);
            }
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(DrawChangedAsync(stoppingToken), BeatAsync(stoppingToken));

    private async Task DrawChangedAsync(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(Breath);
        while (await NextAsync(timer, ct))
        {
            foreach (var campaign in due.Keys)
            {
                due.TryRemove(campaign, out _);
                foreach (var (key, topic) in topics.Where(t => t.Key.CampaignId == campaign))
                {
                    await DrawAsync(key, topic, ct);
                }
            }
        }
    }

    private async Task BeatAsync(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(Heartbeat);
        while (await NextAsync(timer, ct))
        {
            BeatAll();
        }
    }

    /// <summary>Wakes every reader: for a sign of life, and to leave when there is nothing to follow any more.</summary>
    private void BeatAll()
    {
        foreach (var topic in topics.Values)
        {
            topic.Beat();
        }
    }

    private async Task DrawAsync(LiveKey key, LiveTopic topic, CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<TenantContext>().Set(key.TenantId, key.Organisation);
            var language = scope.ServiceProvider.GetRequiredService<Catalogue>().Find(key.Language);
            if (language is not null && await scope.ServiceProvider.GetRequiredService<CampaignViews>().CardAsync(key.Slug, ct) is { } view)
            {
                topic.Publish(await scope.ServiceProvider.GetRequiredService<PageRenderer>().RenderPartAsync("/CampaignPage/_Card.cshtml", view, language));
            }
        }
        catch (Exception problem) when (!ct.IsCancellationRequested)
        {
            // Readers keep the card they have; the next change draws again.
            log.LogWarning("The card of campaign {Campaign} was not drawn: {Problem}", key.CampaignId, problem.Message);
        }
    }

    private void End()
    {
        Ended = true;
        BeatAll();
    }

    private static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken ct)
    {
        try
        {
            return await timer.WaitForNextTickAsync(ct);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}

/// <summary>Section <c>Live</c>.</summary>
public sealed record LiveOptions
{
    /// <summary>Event streams this node keeps open; further pages ask now and then instead.</summary>
    public int MostStreams { get; init; } = 12_000;
}
