using System.Net;
using System.Text;

namespace Platform.Donations.StripeFake;

/// <summary>What can be wrong with Stripe.</summary>
public enum FakeFault
{
    None = 0,

    /// <summary>No connection.</summary>
    Down = 1,

    /// <summary>Takes the call and does not answer in time.</summary>
    Slow = 2,

    /// <summary>An answer that is not Stripe's: a proxy's page.</summary>
    Nonsense = 3,

    /// <summary>500 with an error object.</summary>
    Broken = 4,

    /// <summary>Does what it was asked for, and the connection breaks before the answer.</summary>
    AnswerLost = 5,
}

/// <summary>Faults on demand: each call meets the one that is switched on.</summary>
public sealed class FakeFaults
{
    private static readonly TimeSpan LongerThanAnyPatience = TimeSpan.FromMinutes(2);

    public FakeFault Now { get; set; }

    /// <returns>Null where the call goes through.</returns>
    /// <exception cref="HttpRequestException">As a broken connection looks.</exception>
    internal async Task<HttpResponseMessage?> InsteadAsync(CancellationToken ct)
    {
        switch (Now)
        {
            case FakeFault.Down:
                throw new HttpRequestException("Connection refused (api.stripe.com:443)");
            case FakeFault.Slow:
                await Task.Delay(LongerThanAnyPatience, ct);
                return null;
            case FakeFault.Nonsense:
                return Answer(HttpStatusCode.OK, "<html><title>Welcome to the proxy</title></html>");
            case FakeFault.Broken:
                return Answer(HttpStatusCode.InternalServerError, """{"error":{"message":"An unknown error occurred","type":"api_error"}}""");
            default:
                return null;
        }
    }

    /// <summary>After the work was done.</summary>
    internal void LoseAnswer()
    {
        if (Now == FakeFault.AnswerLost)
        {
            throw new HttpRequestException("The connection was reset.");
        }
    }

    private static HttpResponseMessage Answer(HttpStatusCode status, string body) => new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
}
