using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using Platform.Petitions.Secrets;

namespace Platform.Petitions.Challenges;

/// <summary>Makes challenges and checks their solutions. Nothing is kept for a challenge that was given out: it carries our signature.</summary>
public sealed class ChallengeBook(Keyring keyring, ChallengeOptions options, TimeProvider clock)
{
    private const string Algorithm = "PBKDF2/SHA-256";
    private const int KeyLength = 32;
    private const int Random = 16;
    private const int LongestProof = 2_000;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly Key key = keyring.For("signing-challenge");

    public Challenge Make(Guid campaign)
    {
        var parameters = new ChallengeParameters(
            Algorithm, options.Cost, new ChallengeData(campaign), (clock.GetUtcNow() + options.Life).ToUnixTimeSeconds(), KeyLength, options.Prefix,
            Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Random)), Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Random)));
        return new Challenge(parameters, SignatureOf(parameters));
    }

    /// <returns>The challenge's own number when the proof solves a challenge of ours, for this campaign, in time; else null.</returns>
    public Guid? Judge(string? proof, Guid campaign) =>
        Read(proof) is { Challenge: { Parameters: { } asked, Signature: { } signature }, Solution: { } solution }
            && FixedTimeEquals(signature, SignatureOf(asked))
            && asked.Data.Campaign == campaign
            && asked.ExpiresAt >= clock.GetUtcNow().ToUnixTimeSeconds()
            && Try(asked, solution.Counter).StartsWith(asked.KeyPrefix, StringComparison.Ordinal)
            ? new Guid(Convert.FromHexString(asked.Nonce), bigEndian: true)
            : null;

    /// <summary>One try: the key that a counter leads to, hexadecimal.</summary>
    internal static string Try(ChallengeParameters asked, uint counter)
    {
        Span<byte> password = stackalloc byte[Random + sizeof(uint)];
        Convert.FromHexString(asked.Nonce, password, out _, out _);
        BinaryPrimitives.WriteUInt32BigEndian(password[Random..], counter);
        return Convert.ToHexStringLower(Rfc2898DeriveBytes.Pbkdf2(password, Convert.FromHexString(asked.Salt), asked.Cost, HashAlgorithmName.SHA256, KeyLength));
    }

    private static ProofOfWork? Read(string? proof)
    {
        Span<byte> bytes = stackalloc byte[LongestProof];
        if (proof is not { Length: > 0 and <= LongestProof } || !Convert.TryFromBase64String(proof, bytes, out var length))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<ProofOfWork>(bytes[..length], Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private string SignatureOf(ChallengeParameters parameters) => Convert.ToHexStringLower(key.Sign(JsonSerializer.SerializeToUtf8Bytes(parameters, Json)));

    private static bool FixedTimeEquals(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(one), System.Text.Encoding.UTF8.GetBytes(other));
}
