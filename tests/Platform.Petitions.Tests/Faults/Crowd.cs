using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Platform.Testing.Data;
using Platform.Testing.Time;

namespace Platform.Petitions.Tests.Faults;

/// <summary>People who sign and confirm as fast as they are answered, and remember what they were told.</summary>
internal sealed class Crowd(Uri address, OpenCampaign campaign) : IAsyncDisposable
{
    /// <summary>A page that is kept comes within this, whatever becomes of the database: less than anybody's patience with it.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromSeconds(2);

    private static int people;
    private static int requests;

    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromSeconds(5) }) { BaseAddress = address, Timeout = Until.Patience };
    private readonly CancellationTokenSource end = new();
    private readonly List<Task> busy = [];

    /// <summary>Addresses whose signing was acknowledged.</summary>
    public ConcurrentDictionary<string, bool> Signed { get; } = new();

    /// <summary>Links whose confirming was acknowledged.</summary>
    public ConcurrentBag<string> Confirmed { get; } = [];

    /// <summary>Every answer with a status: when, what, after how long, and whether it said when to come again.</summary>
    public ConcurrentQueue<(long At, HttpStatusCode Status, TimeSpan Took, bool ComeAgain)> Answers { get; } = new();

    public void Sign(int hands)
    {
        for (var i = 0; i < hands; i++)
        {
            busy.Add(Task.Run(async () =>
            {
                while (!end.IsCancellationRequested)
                {
                    var email = string.Create(CultureInfo.InvariantCulture, $"person{Interlocked.Increment(ref people)}@fault.example");
                    if (await SignAsync(email) == HttpStatusCode.Found)
                    {
                        Signed[email] = true;
                    }
                }
            }));
        }
    }

    public void Confirm(IEnumerable<string> tokens) => busy.Add(Task.Run(async () =>
    {
        foreach (var token in tokens)
        {
            // As a person does: again until it is said to be done.
            while (!end.IsCancellationRequested && await PostAsync($"{campaign.Path}/confirm/{token}", []) != HttpStatusCode.Found)
            {
                await Task.Yield();
            }

            if (end.IsCancellationRequested)
            {
                return;
            }

            Confirmed.Add(token);
        }
    }));

    public Task<HttpStatusCode?> SignAsync(string email) => PostAsync(campaign.Path + "/sign", new Dictionary<string, string>
    {
        ["Lang"] = "en", ["Wording"] = "1", ["Stamp"] = campaign.Stamp, ["Name"] = "Maxine Kowalski", ["Email"] = email, ["Country"] = "CA", ["Website"] = "",
    });

    public async Task<HttpStatusCode?> GetAsync(string path)
    {
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
        return answer.StatusCode;
    }

    /// <summary>Everybody finishes what they began.</summary>
    public async Task GoHomeAsync()
    {
        await end.CancelAsync();
        await Task.WhenAll(busy);
    }

    public async ValueTask DisposeAsync()
    {
        await GoHomeAsync();
        http.Dispose();
        end.Dispose();
    }

    /// <returns>Null when the connection broke: nobody knows then whether it was done.</returns>
    private async Task<HttpStatusCode?> PostAsync(string path, Dictionary<string, string> fields)
    {
        var begun = RunningTime.Begin();
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields) };
            request.Headers.Add("Sec-Fetch-Site", "same-origin");
            var from = Interlocked.Increment(ref requests);
            request.Headers.Add("X-Forwarded-For", string.Create(CultureInfo.InvariantCulture, $"10.{from >> 8 & 255}.{from & 255}.7"));
            using var answer = await http.SendAsync(request);
            Answers.Enqueue((begun, answer.StatusCode, RunningTime.Since(begun), answer.Headers.RetryAfter is not null));
            return answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
