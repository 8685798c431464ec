using System.Security.Cryptography;
using System.Text;

namespace Platform.Petitions.Secrets;

/// <summary>One secret, one derived key per purpose: a token for one thing can never open another.</summary>
public sealed class Keyring
{
    private readonly byte[] root;

    /// <param name="key">Base64 of 32 bytes or more.</param>
    /// <exception cref="InvalidOperationException">The key is missing, not base64, or too short.</exception>
    public Keyring(string? key) => root = Read(key)
        ?? throw new InvalidOperationException("Secrets:Key must be 32 random bytes or more in base64. Make one with: openssl rand -base64 32");

    public static bool Accepts(string? key) => Read(key) is not null;

    public Key For(string purpose) => new(HKDF.DeriveKey(HashAlgorithmName.SHA256, root, 32, info: Encoding.UTF8.GetBytes(purpose)));

    private static byte[]? Read(string? key)
    {
        var bytes = new byte[1024];
        return key is not null && Convert.TryFromBase64String(key, bytes, out var length) && length >= 32 ? bytes[..length] : null;
    }
}

/// <summary>A key of one purpose.</summary>
public sealed class Key(byte[] key)
{
    /// <summary>HMAC-SHA-256 over the parts, 32 bytes.</summary>
    public byte[] Sign(params ReadOnlySpan<byte> message) => HMACSHA256.HashData(key, message);

    public byte[] Sign(string message) => Sign(Encoding.UTF8.GetBytes(message));
}
