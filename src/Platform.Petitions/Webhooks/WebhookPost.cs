using System.Globalization;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Text;

namespace Platform.Petitions.Webhooks;

/// <summary>
/// The one client that goes to addresses which people typed. It looks a name up itself, refuses all of it when one of its addresses is not
/// public, and connects to what it has checked: a name that answers otherwise a moment later leads nowhere else. No redirect, no proxy, no cookie,
/// and nothing of the answer but its status.
/// </summary>
public sealed class WebhookPost : IDisposable
{
    private readonly WebhookOptions options;
    private readonly HttpClient http;

    public WebhookPost(WebhookOptions options)
    {
        this.options = options;
        http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false, UseProxy = false, UseCookies = false, ConnectCallback = ConnectAsync, PooledConnectionLifetime = TimeSpan.Zero, MaxResponseHeadersLength = 16,
        }) { Timeout = options.Patience };
        http.DefaultRequestHeaders.UserAgent.ParseAdd("Undersigned-Webhooks/1");
    }

    /// <returns>The status, or what was in the way.</returns>
    public async Task<PostAnswer> SendAsync(string url, string id, long timestamp, string signature, string body, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", signature);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
            return new PostAnswer((int)response.StatusCode, null);
        }
        catch (HttpRequestException problem)
        {
            return new PostAnswer(null, problem.InnerException is ForbiddenAddressException forbidden ? forbidden.Message : problem.HttpRequestError.ToString());
        }
        catch (TaskCanceledException) when (!ct.IsCancellationRequested)
        {
            return new PostAnswer(null, "No answer in time");
        }
    }

    public void Dispose() => http.Dispose();

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, ct);
        if (!options.AllowLocal && !addresses.All(PublicAddress.Is))
        {
            throw new ForbiddenAddressException();
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private sealed class ForbiddenAddressException() : IOException("This address is not public");
}

/// <param name="Status">Null when there was no answer.</param>
public sealed record PostAnswer(int? Status, string? Error)
{
    public bool Took => Status is >= 200 and < 300;

    /// <summary>It says that it wants no more.</summary>
    public bool Gone => Status == 410;
}
