using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Platform.Petitions.Tests.Webhooks;

/// <summary>A program of an organisation that takes messages, or refuses them.</summary>
public sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<Message> messages = new();

    public Receiver()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        app = builder.Build();
        app.Run(async http =>
        {
            using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
            messages.Enqueue(new Message(http.Request.Path, http.Request.Headers["webhook-id"]!, http.Request.Headers["webhook-timestamp"]!, http.Request.Headers["webhook-signature"]!, await reader.ReadToEndAsync()));
            http.Response.StatusCode = Status;
            if (Status is >= 300 and < 400)
            {
                http.Response.Headers.Location = "/elsewhere";
            }
        });
    }

    public int Status { get; set; } = 200;

    public IReadOnlyList<Message> Messages => [.. messages];

    public string Url => app.Urls.Single() + "/hook";

    public Task StartAsync() => app.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    /// <summary>Verifies as the standard's libraries do, from its text and not from our code.</summary>
    public static bool Verifies(Message message, string secret)
    {
        var key = Convert.FromBase64String(secret["whsec_".Length..]);
        var expected = "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{message.Id}.{message.Timestamp}.{message.Body}")));
        return message.Signatures.Split(' ').Contains(expected);
    }
}

public sealed record Message(string Path, string Id, string Timestamp, string Signatures, string Body);
