using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using Platform.Petitions.Secrets;

namespace Platform.Petitions.Signing;

public enum StampVerdict
{
    Good,

    /// <summary>No stamp, or quicker than anybody types: a program.</summary>
    Bot,

    /// <summary>Ours once, but too old or for another campaign: the form is shown again with all that was typed.</summary>
    Stale,
}

/// <summary>Says when and for which campaign a form was made, so that the anonymous page needs neither cookie nor antiforgery token.</summary>
public sealed class FormStamps(Keyring keyring, SigningOptions options, TimeProvider clock)
{
    private const int Length = 8 + 16;
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    private readonly Key key = keyring.For("form-stamp");
    private Proven? proven;

    public string Make(Guid campaign)
    {
        Span<byte> stamp = stackalloc byte[Length];
        BinaryPrimitives.WriteInt64BigEndian(stamp, clock.GetUtcNow().ToUnixTimeMilliseconds());
        Mac(campaign, stamp[..8]).AsSpan(0, 16).CopyTo(stamp[8..]);
        return Base64Url.EncodeToString(stamp);
    }

    public StampVerdict Judge(string? text, Guid campaign)
    {
        Span<byte> stamp = stackalloc byte[Length + 2];
        if (text is not { Length: 32 } || !Base64Url.IsValid(text) || !Base64Url.TryDecodeFromChars(text, stamp, out var read) || read != Length)
        {
            return StampVerdict.Bot;
        }

        // A page is the same bytes for all who read it, so whoever signs in the same minute brings the same stamp.
        if (proven is not { } known || known.Campaign != campaign || known.Text != text)
        {
            if (!CryptographicOperations.FixedTimeEquals(stamp[8..Length], Mac(campaign, stamp[..8]).AsSpan(0, 16)))
            {
                return StampVerdict.Stale;
            }

            proven = new Proven(text, campaign);
        }

        var age = clock.GetUtcNow() - DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64BigEndian(stamp));
        return age < options.ShortestFill ? StampVerdict.Bot : age > Longest ? StampVerdict.Stale : StampVerdict.Good;
    }

    private byte[] Mac(Guid campaign, ReadOnlySpan<byte> time) => key.Sign([.. campaign.ToByteArray(), .. time]);

    private sealed record Proven(string Text, Guid Campaign);
}
