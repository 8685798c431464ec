using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Platform.Petitions.Tests.Pictures;

/// <summary>A store with one bucket that answers as S3 does, or not at all.</summary>
public sealed class FakeS3 : IAsyncDisposable
{
    public const string Bucket = "petitions";
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, byte[]> objects = new();
    private readonly ConcurrentQueue<Asked> asked = new();

    public FakeS3()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        app = builder.Build();
        app.Run(AnswerAsync);
    }

    /// <summary>When set, nothing else is answered.</summary>
    public int? Refuses { get; set; }

    /// <summary>Takes requests and says nothing.</summary>
    public bool Hangs { get; set; }

    public IReadOnlyList<Asked> Requests => [.. asked];

    public IReadOnlyDictionary<string, byte[]> Objects => objects;

    public Uri Url => new(app.Urls.Single());

    public Task StartAsync() => app.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        asked.Enqueue(new Asked(http.Request.Method, http.Request.Path, http.Request.Headers.Authorization.ToString(), http.Request.Headers["x-amz-content-sha256"].ToString()));
        if (Hangs)
        {
            await Task.Delay(Timeout.Infinite, http.RequestAborted);
        }

        if (Refuses is { } status)
        {
            await SayAsync(http, status, "SlowDown");
        }
        else if (!http.Request.Path.StartsWithSegments("/" + Bucket, out var key))
        {
            await SayAsync(http, 404, "NoSuchBucket");
        }
        else if (http.Request.Method == "PUT")
        {
            objects[key.Value!] = body.ToArray();
            http.Response.Headers.ETag = "\"kept\"";
        }
        else if (objects.TryGetValue(key.Value!, out var content))
        {
            await http.Response.Body.WriteAsync(content);
        }
        else
        {
            await SayAsync(http, 404, "NoSuchKey");
        }
    }

    private static Task SayAsync(HttpContext http, int status, string code)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/xml";
        return http.Response.WriteAsync($"<?xml version=\"1.0\"?><Error><Code>{code}</Code><Message>no</Message></Error>");
    }
}

public sealed record Asked(string Method, string Path, string Authorization, string BodyHash);
