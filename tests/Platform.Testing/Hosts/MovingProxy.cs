using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Platform.Testing.Hosts;

/// <summary>A load balancer without any stickiness: it sends each client's next request to another node than the one before.</summary>
public sealed class MovingProxy : IAsyncDisposable
{
    private static readonly HashSet<string> OfTheConnection = new(["Connection", "Keep-Alive", "Transfer-Encoding", "Content-Length", "Host"], StringComparer.OrdinalIgnoreCase);

    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    private readonly ConcurrentDictionary<string, int> turns = new();
    private readonly IReadOnlyList<Uri> nodes;
    private readonly WebApplication app;

    private MovingProxy(IReadOnlyList<Uri> nodes, WebApplication app) => (this.nodes, this.app) = (nodes, app);

    public Uri Address => new(app.Urls.Single().Replace("127.0.0.1", "localhost", StringComparison.Ordinal));

    /// <summary>Requests each node got.</summary>
    public ConcurrentDictionary<Uri, int> Sent { get; } = new();

    /// <param name="nodes">Clients are told apart by X-Forwarded-For.</param>
    public static async Task<MovingProxy> StartAsync(params IReadOnlyList<Uri> nodes)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var proxy = new MovingProxy(nodes, builder.Build());
        proxy.app.Run(proxy.ForwardAsync);
        await proxy.app.StartAsync();
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        http.Dispose();
    }

    private async Task ForwardAsync(HttpContext context)
    {
        var turn = turns.AddOrUpdate(context.Request.Headers["X-Forwarded-For"].ToString(), 0, (_, last) => last + 1);
        var node = nodes[turn % nodes.Count];
        Sent.AddOrUpdate(node, 1, (_, so) => so + 1);
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), new Uri(node, context.Request.Path + context.Request.QueryString));
        if (context.Request.ContentLength > 0)
        {
            request.Content = new StreamContent(context.Request.Body);
            request.Content.Headers.ContentLength = context.Request.ContentLength;
        }

        foreach (var (name, values) in context.Request.Headers.Where(h => !OfTheConnection.Contains(h.Key)))
        {
            if (!request.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
            }
        }

        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, context.RequestAborted);
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(h => !OfTheConnection.Contains(h.Key)))
        {
            context.Response.Headers[name] = values.ToArray();
        }

        if (answer.StatusCode is not (HttpStatusCode.NoContent or HttpStatusCode.NotModified))
        {
            await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
        }
    }
}
