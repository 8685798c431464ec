using MimeKit;
using MimeKit.Cryptography;

namespace Platform.Core.Mail;

/// <summary>Signs for our domain. One-click unsubscribing is honoured only when both of its headers are signed (RFC 8058).</summary>
internal sealed class DkimStamp
{
    private static readonly HeaderId[] Signed =
    [
        HeaderId.From, HeaderId.To, HeaderId.ReplyTo, HeaderId.Subject, HeaderId.Date, HeaderId.MessageId, HeaderId.MimeVersion,
        HeaderId.ContentType, HeaderId.AutoSubmitted, HeaderId.ListUnsubscribe, HeaderId.ListUnsubscribePost,
    ];

    private readonly DkimSigner signer;

    private DkimStamp(DkimSigner signer) => this.signer = signer;

    public static DkimStamp? From(MailOptions options) => string.IsNullOrEmpty(options.DkimKeyFile) ? null : new DkimStamp(
        new FastDkimSigner(options.DkimKeyFile, options.DkimDomain!, options.DkimSelector!)
        {
            HeaderCanonicalizationAlgorithm = DkimCanonicalizationAlgorithm.Relaxed,
            BodyCanonicalizationAlgorithm = DkimCanonicalizationAlgorithm.Relaxed,
        });

    public void Sign(MimeMessage message)
    {
        if (message.Headers.Contains(HeaderId.DkimSignature))
        {
            return;
        }

        message.Prepare(EncodingConstraint.SevenBit);
        signer.Sign(message, Signed.Where(message.Headers.Contains).ToArray());
    }
}
