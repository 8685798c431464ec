using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.WebUtilities;
using Platform.Petitions.Secrets;

namespace Platform.Petitions.Confirming;

/// <summary>What a link in a signer's mail opens. One purpose each: a token for one thing cannot do another.</summary>
public enum TokenPurpose
{
    Confirm,
    Manage,
    StopMails,

    /// <summary>"It was not me", before and after confirming.</summary>
    Disown,
}

/// <summary>
/// Tokens of signatures. A token is the signature's id and 128 bits of a keyed hash over the random seed that the row keeps, so the
/// database alone opens no link and looking a token up is a primary-key read. A new seed ends all older links.
/// </summary>
public sealed class SignatureTokens(Keyring keyring)
{
    public const int SeedLength = 16;
    private const int IdLength = 16;
    private const int SecretLength = 16;

    private readonly Dictionary<TokenPurpose, Key> keys = Enum.GetValues<TokenPurpose>().ToDictionary(p => p, p => keyring.For("signature-token-" + p));
    private readonly Key codes = keyring.For("signature-code");

    public static byte[] NewSeed() => RandomNumberGenerator.GetBytes(SeedLength);

    public string Make(TokenPurpose purpose, Guid signature, byte[] seed)
    {
        Span<byte> token = stackalloc byte[IdLength + SecretLength];
        signature.TryWriteBytes(token);
        Secret(purpose, signature, seed).CopyTo(token[IdLength..]);
        return WebEncoders.Base64UrlEncode(token);
    }

    /// <returns>The signature a token names, unproven; null when it cannot be one.</returns>
    public static Guid? Read(string? token)
    {
        Span<byte> bytes = stackalloc byte[IdLength + SecretLength + 2];
        return token is { Length: 43 } && Base64Url.IsValid(token) && Base64Url.TryDecodeFromChars(token, bytes, out var length) && length == IdLength + SecretLength
            ? new Guid(bytes[..IdLength])
            : null;
    }

    public bool Proves(string token, TokenPurpose purpose, Guid signature, byte[] seed) =>
        CryptographicOperations.FixedTimeEquals(
            System.Text.Encoding.ASCII.GetBytes(token), System.Text.Encoding.ASCII.GetBytes(Make(purpose, signature, seed)));

    /// <summary>Six digits for people who will not click links.</summary>
    public string Code(Guid signature, byte[] seed)
    {
        var number = BinaryPrimitives.ReadUInt64BigEndian(codes.Sign([.. signature.ToByteArray(), .. seed])) % 1_000_000;
        return number.ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
    }

    private ReadOnlySpan<byte> Secret(TokenPurpose purpose, Guid signature, byte[] seed) =>
        keys[purpose].Sign([.. signature.ToByteArray(), .. seed]).AsSpan(0, SecretLength);
}
