using Platform.Petitions.Secrets;

namespace Platform.Petitions.Signing;

/// <summary>Keyed hashes that find the same address or sender again without keeping it readable.</summary>
public sealed class Fingerprints(Keyring keyring)
{
    private readonly Key addresses = keyring.For("email-fingerprint");
    private readonly Key senders = keyring.For("sender-fingerprint");

    /// <summary>16 bytes, the same over all organisations: the cap on mails is per mailbox.</summary>
    public byte[] Of(EmailAddress email) => addresses.Sign(email.Canonical)[..16];

    /// <summary>16 bytes for a network a request came from.</summary>
    public byte[] OfSender(string network) => senders.Sign(network)[..16];
}
