using System.Buffers.Text;
using System.Security.Cryptography;

namespace Platform.Petitions.ApiKeys;

/// <summary>
/// A key as programs carry it: whose, which, and 256 random bits. The organisation stands in it, so that it is looked for among that
/// organisation's keys alone.
/// </summary>
internal sealed record KeyToken(Guid Tenant, Guid Key, byte[] Secret)
{
    /// <summary>So that people and scanners of published code see what it is.</summary>
    public const string Prefix = "undersigned_";
    private const int SecretLength = 32;
    private const int Length = 16 + 16 + SecretLength;

    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(SecretLength);

    public byte[] Hash => SHA256.HashData(Secret);

    public string Write() => Prefix + Base64Url.EncodeToString([.. Tenant.ToByteArray(), .. Key.ToByteArray(), .. Secret]);

    /// <returns>Null for what cannot be a key.</returns>
    public static KeyToken? Read(string text)
    {
        if (!text.StartsWith(Prefix, StringComparison.Ordinal) || !Base64Url.IsValid(text.AsSpan(Prefix.Length), out var length) || length != Length)
        {
            return null;
        }

        var bytes = Base64Url.DecodeFromChars(text.AsSpan(Prefix.Length));
        return new KeyToken(new Guid(bytes.AsSpan(0, 16)), new Guid(bytes.AsSpan(16, 16)), bytes[32..]);
    }
}
