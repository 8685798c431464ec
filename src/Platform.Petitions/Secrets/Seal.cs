using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace Platform.Petitions.Secrets;

/// <summary>
/// Encrypts and signs small things that a browser keeps for us (AES-256-GCM). Each process works under a key of its own, derived from
/// the platform's and a random salt that travels along, so that a plain counter is a nonce that never repeats and every node can open
/// what another one sealed. A tenth of what data protection costs, which counts on the hot path.
/// </summary>
public sealed class Seal : IDisposable
{
    private const int SaltLength = 16;
    private const int CounterLength = 8;
    private const int TagLength = 16;
    private const int Overhead = SaltLength + CounterLength + TagLength;

    private readonly Key root;
    private readonly byte[] salt = RandomNumberGenerator.GetBytes(SaltLength);
    private readonly ThreadLocal<AesGcm> own;
    private long counter;

    public Seal(Keyring keyring, string purpose)
    {
        root = keyring.For(purpose);
        own = new ThreadLocal<AesGcm>(() => Cipher(salt), trackAllValues: true);
    }

    /// <returns>Letters, digits, <c>-</c> and <c>_</c> only.</returns>
    public string Close(ReadOnlySpan<byte> plain)
    {
        var bytes = new byte[plain.Length + Overhead];
        salt.CopyTo(bytes, 0);
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(SaltLength), Interlocked.Increment(ref counter));
        Span<byte> nonce = stackalloc byte[12];
        bytes.AsSpan(SaltLength, CounterLength).CopyTo(nonce);
        own.Value!.Encrypt(nonce, plain, bytes.AsSpan(SaltLength + CounterLength, plain.Length), bytes.AsSpan(bytes.Length - TagLength));
        return Base64Url.EncodeToString(bytes);
    }

    /// <returns>Null for what was not sealed by this platform for this purpose.</returns>
    public byte[]? Open(string text)
    {
        if (!Base64Url.IsValid(text, out var length) || length < Overhead)
        {
            return null;
        }

        var bytes = Base64Url.DecodeFromChars(text);
        var plain = new byte[bytes.Length - Overhead];
        Span<byte> nonce = stackalloc byte[12];
        bytes.AsSpan(SaltLength, CounterLength).CopyTo(nonce);
        using var cipher = Cipher(bytes.AsSpan(0, SaltLength));
        try
        {
            cipher.Decrypt(nonce, bytes.AsSpan(SaltLength + CounterLength, plain.Length), bytes.AsSpan(bytes.Length - TagLength), plain);
            return plain;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    public void Dispose()
    {
        foreach (var cipher in own.Values)
        {
            cipher.Dispose();
        }

        own.Dispose();
    }

    private AesGcm Cipher(ReadOnlySpan<byte> withSalt) => new(root.Sign(withSalt), TagLength);
}
