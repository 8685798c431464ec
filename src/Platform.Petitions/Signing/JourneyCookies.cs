using System.Buffers.Binary;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Platform.Petitions.Accounts;
using Platform.Petitions.Secrets;

namespace Platform.Petitions.Signing;

/// <summary>Two short-lived cookies of the signing journey. They exist only after somebody signed or confirmed, never on a page that is read.</summary>
public sealed class JourneyCookies(Keyring keyring, AccountCookies names, TimeProvider clock) : IDisposable
{
    private const int ExpiryLength = 8;
    private static readonly TimeSpan Life = TimeSpan.FromHours(3);

    private readonly Seal seal = new(keyring, "signing-journey");

    public void Put<T>(HttpContext http, string name, T value)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(value);
        var content = new byte[ExpiryLength + json.Length];
        BinaryPrimitives.WriteInt64BigEndian(content, (clock.GetUtcNow() + Life).ToUnixTimeSeconds());
        json.CopyTo(content, ExpiryLength);
        Set(http, name, seal.Close(content));
    }

    /// <returns>Null when it is not there, too old or not ours.</returns>
    public T? Read<T>(HttpContext http, string name)
        where T : class
    {
        if (http.Request.Cookies[names.Named(name)] is not { Length: > 0 } cookie || seal.Open(cookie) is not { Length: > ExpiryLength } content)
        {
            return null;
        }

        return BinaryPrimitives.ReadInt64BigEndian(content) >= clock.GetUtcNow().ToUnixTimeSeconds()
            ? JsonSerializer.Deserialize<T>(content.AsSpan(ExpiryLength))
            : null;
    }

    /// <summary>Nobody signed with this browser.</summary>
    public void Forget(HttpContext http)
    {
        Set(http, Names.Sent, "", "; max-age=0");
        Set(http, Names.Signed, "", "; max-age=0");
    }

    public void Dispose() => seal.Dispose();

    /// <summary>Written by hand, as it is on the path of each signature. A browser takes a <c>__Host-</c> cookie only with all that stands here, also to forget it.</summary>
    private void Set(HttpContext http, string name, string value, string life = "") => http.Response.Headers.Append(HeaderNames.SetCookie, names.Secure || http.Request.IsHttps
        ? $"{names.Named(name)}={value}; path=/; secure; samesite=lax; httponly{life}"
        : $"{names.Named(name)}={value}; path=/; samesite=lax; httponly{life}");

    public static class Names
    {
        public const string Sent = "sent";
        public const string Signed = "signed";
    }
}
