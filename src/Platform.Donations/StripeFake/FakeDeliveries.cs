using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Platform.Core.Tenancy;

namespace Platform.Donations.StripeFake;

/// <summary>
/// Sends events to the addresses that wait for them, signed, and again after a failure. On demand it holds them back, turns their order around,
/// repeats or delays them.
/// </summary>
public sealed class FakeDeliveries(IHttpClientFactory clients, TenancyOptions site, TimeProvider clock, ILogger<FakeDeliveries> log) : BackgroundService
{
    public const string HttpClientName = "stripe-fake-webhooks";

    private const int MostTries = 12;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private readonly Channel<FakeDelivery> due = Channel.CreateUnbounded<FakeDelivery>();
    private readonly List<FakeDelivery> held = [];

    /// <summary>What the platform's own endpoint is signed with; another in each process.</summary>
    public string Secret { get; } = $"whsec_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}";

    /// <summary>Before each delivery.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>How often each event comes; Stripe promises only that it comes at least once.</summary>
    public int Times { get; set; } = 1;

    /// <summary>While true events gather in <see cref="Held"/>.</summary>
    public bool Hold { get; set; }

    public IReadOnlyList<FakeDelivery> Held
    {
        get
        {
            lock (held)
            {
                return [.. held];
            }
        }
    }

    /// <summary>Sends what was held back and goes on as usual.</summary>
    public void Release(bool newestFirst = false)
    {
        List<FakeDelivery> all;
        lock (held)
        {
            (all, Hold) = ([.. held], false);
            held.Clear();
        }

        if (newestFirst)
        {
            all.Reverse();
        }

        all.ForEach(Enqueue);
    }

    internal void Take(FakeAccount account, JsonObject happened)
    {
        var listeners = account.Connected || happened["account"] is not null || account.Id == FakeStripe.PlatformAccount
            ? [(site.BaseUrl.TrimEnd('/') + "/stripe/webhook", Secret)]
            : FakeEndpoints.For(account, happened.Text("type")!).ToList();
        happened["pending_webhooks"] = (long)listeners.Count;
        foreach (var (url, secret) in listeners)
        {
            var delivery = new FakeDelivery(happened, url, secret);
            lock (held)
            {
                if (Hold)
                {
                    held.Add(delivery);
                    continue;
                }
            }

            Enqueue(delivery);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var delivery in due.Reader.ReadAllAsync(stoppingToken))
        {
            if (Delay > TimeSpan.Zero)
            {
                await Task.Delay(Delay, clock, stoppingToken);
            }

            _ = TryAsync(delivery, 1, stoppingToken);
        }
    }

    private void Enqueue(FakeDelivery delivery)
    {
        for (var time = 0; time < Times; time++)
        {
            due.Writer.TryWrite(delivery);
        }
    }

    private async Task TryAsync(FakeDelivery delivery, int attempt, CancellationToken ct)
    {
        for (var pause = FirstPause; attempt <= MostTries && !ct.IsCancellationRequested; attempt++)
        {
            if (await SendAsync(delivery, ct))
            {
                delivery.Event["pending_webhooks"] = 0L;
                return;
            }

            await Task.Delay(pause, clock, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    private async Task<bool> SendAsync(FakeDelivery delivery, CancellationToken ct)
    {
        try
        {
            using var request = delivery.Request(clock.GetUtcNow());
            using var answer = await clients.CreateClient(HttpClientName).SendAsync(request, ct);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception problem) when (problem is HttpRequestException or TaskCanceledException or InvalidOperationException or ObjectDisposedException)
        {
            // The host is not up yet, or going down: tried again like any other failure.
            log.LogDebug(problem, "A webhook of the fake was not taken");
            return false;
        }
    }
}
