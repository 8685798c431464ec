using System.Security.Cryptography;
using MimeKit.Cryptography;
using Org.BouncyCastle.Crypto;

namespace Platform.Core.Mail;

/// <summary>RSA by the system's library: the managed one takes 8 ms a mail and holds one worker below 250 mails a second.</summary>
internal sealed class FastDkimSigner(string keyFile, string domain, string selector) : DkimSigner(keyFile, domain, selector)
{
    private readonly RSA rsa = ReadKey(keyFile);
    private readonly Lock signing = new();

    /// <exception cref="ArgumentException">No PEM with a private RSA key (CryptographicException: a broken one).</exception>
    public static RSA ReadKey(string keyFile)
    {
        var rsa = RSA.Create();
        rsa.ImportFromPem(File.ReadAllText(keyFile));
        return rsa;
    }

    protected override ISigner CreateSigningContext() => new RsaSigner(this);

    private sealed class RsaSigner(FastDkimSigner owner) : ISigner
    {
        private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        public string AlgorithmName => "SHA-256withRSA";

        public void Init(bool forSigning, ICipherParameters parameters) => Reset();

        public void Update(byte input) => hash.AppendData([input]);

        public void BlockUpdate(byte[] input, int inOff, int inLen) => hash.AppendData(input, inOff, inLen);

        public void BlockUpdate(ReadOnlySpan<byte> input) => hash.AppendData(input);

        public int GetMaxSignatureSize() => owner.rsa.KeySize / 8;

        public byte[] GenerateSignature()
        {
            // One key object is not promised to be safe for several threads at once.
            lock (owner.signing)
            {
                return owner.rsa.SignHash(hash.GetHashAndReset(), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            }
        }

        public bool VerifySignature(byte[] signature) => throw new NotSupportedException("This side only signs.");

        public void Reset() => hash.GetHashAndReset();
    }
}
