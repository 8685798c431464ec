using System.Globalization;
using System.Text;

namespace Platform.Benchmarks.Load;

/// <summary>Requests as a browser sends them, headers and all.</summary>
internal static class Requests
{
    private const string Browser =
        "Host: localhost\r\nUser-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0\r\n"
        + "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8\r\nAccept-Language: en-CA,en;q=0.7\r\nAccept-Encoding: gzip, deflate, br, zstd\r\n"
        + "Sec-Fetch-Dest: document\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Site: same-origin\r\n";

    private static long signer = DateTimeOffset.UnixEpoch.Ticks;

    public static RequestWriter Get(string path)
    {
        var request = Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\n{Browser}\r\n");
        return to =>
        {
            request.CopyTo(to);
            return request.Length;
        };
    }

    /// <param name="forms">Path and stamp of each campaign's form; they are signed in turn, by somebody new each time.</param>
    public static RequestWriter Sign(IReadOnlyList<(string Path, string Stamp)> forms)
    {
        var heads = forms.Select(f => $"POST {f.Path}/sign HTTP/1.1\r\n{Browser}Origin: http://localhost\r\nReferer: http://localhost{f.Path}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ").ToArray();
        return to =>
        {
            var n = Interlocked.Increment(ref signer);
            var at = (int)(n % forms.Count);
            var body = string.Create(CultureInfo.InvariantCulture, $"Lang=en&Wording=1&Stamp={forms[at].Stamp}&Name=Maxine+Kowalski&Email=maxine.k{n}%40mail{n % 97}.example&Country=CA&Reason=&ShowName=true&Website=");

            // From a network of their own each, or the limits would rightly set them aside.
            return Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{heads[at]}{body.Length}\r\nX-Forwarded-For: {(n >> 16) % 223 + 1}.{(n >> 8) % 256}.{n % 256}.7\r\n\r\n{body}"), to);
        };
    }

    /// <summary>Presses the button of each link once; ends when there are no more.</summary>
    public static RequestWriter Confirm(string path, IReadOnlyList<string> tokens)
    {
        var next = -1;
        return to =>
        {
            var n = Interlocked.Increment(ref next);
            return n < tokens.Count
                ? Encoding.ASCII.GetBytes($"POST {path}/confirm/{tokens[n]} HTTP/1.1\r\n{Browser}Origin: http://localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 0\r\n\r\n", to)
                : 0;
        };
    }

    /// <summary>The naive variant's form.</summary>
    public static RequestWriter SignNaively() => to =>
    {
        var n = Interlocked.Increment(ref signer);
        var body = string.Create(CultureInfo.InvariantCulture, $"name=Maxine+Kowalski&email=maxine.k{n}%40mail{n % 97}.example&country=CA");
        return Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"POST /sign HTTP/1.1\r\n{Browser}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {body.Length}\r\n\r\n{body}"), to);
    };
}
