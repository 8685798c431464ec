using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Platform.Petitions.Accounts;
using Platform.Testing.Data;
using Platform.Testing.Hosts;

namespace Platform.Web.Tests.Rules;

/// <summary>The platform on a real port, because the server in between judges what it passes on: half of what is broken never gets past it.</summary>
public sealed partial class PortHost : TestHost
{
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    public PortHost()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        UseKestrel(Port);
    }

    public int Port { get; }

    public Dictionary<string, string?> More { get; init; } = [];

    // One network sends everything here; how much it may is tried elsewhere.
    protected override Dictionary<string, string?> Settings => new(More) { ["Site:BaseUrl"] = $"http://localhost:{Port}", ["Accounts:PerNetwork"] = "1000000", ["Accounts:PerAccount"] = "1000000" };

    /// <summary>Cookies of somebody, and the antiforgery token that goes with them.</summary>
    /// <param name="user">Null for a visitor without an account.</param>
    public async Task<(string Cookies, string Token)> IdentityAsync(User? user)
    {
        var session = user is null ? "" : await this.SessionCookieAsync(user) is var (name, value) ? $"{name}={value}; " : "";
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://localhost:{Port}{(user is null ? "/account/sign-in" : "/account")}");
        request.Headers.TryAddWithoutValidation("Cookie", session + "lang=en");
        using var response = await http.SendAsync(request);
        var token = Token().Match(await response.Content.ReadAsStringAsync()).Groups[1].Value;
        return (session + string.Join("; ", response.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0])), token);
    }

    /// <summary>Sends exactly these bytes and reads the head of the answer.</summary>
    /// <param name="headers">Further lines, each with its end.</param>
    /// <returns>Status, and the address it leads to.</returns>
    public async Task<(int Status, string? Location)> SendAsync(string method, string target, string cookies, string? contentType = null, byte[]? body = null, string headers = "")
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, Port);
        await using var stream = client.GetStream();
        var head = new StringBuilder($"{method} {target} HTTP/1.1\r\nHost: localhost:{Port}\r\nConnection: close\r\nSec-Fetch-Site: same-origin\r\n{headers}");
        head.Append(cookies.Length > 0 ? $"Cookie: {cookies}\r\n" : "").Append(contentType is null ? "" : $"Content-Type: {contentType}\r\n");
        head.Append(method is "GET" or "HEAD" ? "" : $"Content-Length: {body?.Length ?? 0}\r\n").Append("\r\n");
        try
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(head.ToString()));
            await stream.WriteAsync(body ?? []);
        }
        catch (IOException)
        {
            // A body that is too long is refused before its end; the answer is there to read.
        }

        using var reader = new StreamReader(stream, Encoding.Latin1);
        var status = (await reader.ReadLineAsync())?.Split(' ');
        string? location = null;
        while (await reader.ReadLineAsync() is { Length: > 0 } line)
        {
            location = line.StartsWith("Location: ", StringComparison.OrdinalIgnoreCase) ? line["Location: ".Length..] : location;
        }

        return (status is { Length: > 1 } ? int.Parse(status[1], System.Globalization.CultureInfo.InvariantCulture) : 0, location);
    }

    public override async ValueTask DisposeAsync()
    {
        http.Dispose();
        await base.DisposeAsync();
    }

    protected override void Open() => StartServer();

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*value="([^"]+)""")]
    private static partial Regex Token();
}
