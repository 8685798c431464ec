using System.Globalization;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Platform.Core.Text;

namespace Platform.Core.Mail;

/// <summary>The one place where what went wrong on the wire becomes: again later, never again, or call somebody.</summary>
internal static partial class SmtpErrors
{
    private const int LongestReason = 300;
    private const int MailTooLarge = 552;

    /// <summary>Null: not a fault of the wire but a bug, let it through.</summary>
    public static Delivery? Connecting(Exception error, bool othersAreOpen)
    {
        if (error is not (SocketException or IOException or TimeoutException or OperationCanceledException or NotSupportedException
            or SslHandshakeException or AuthenticationException or ProtocolException or CommandException))
        {
            return null;
        }

        var passing = othersAreOpen && error is not (AuthenticationException or SslHandshakeException or NotSupportedException);
        return passing ? new Delivery.Deferred(Reason(error)) : new Delivery.Unavailable(Reason(error));
    }

    /// <summary>Null: not a fault of the wire but a bug, let it through.</summary>
    public static Delivery? Sending(Exception error) => error switch
    {
        SmtpCommandException answer => Answered(answer),
        ServiceNotAuthenticatedException => new Delivery.Unavailable(Reason(error)),
        ServiceNotConnectedException or ProtocolException or SocketException or IOException
            or TimeoutException or OperationCanceledException or ObjectDisposedException => new Delivery.Deferred(Reason(error)),

        // The address needs SMTPUTF8 and the server has none; it will not grow it for this mail.
        NotSupportedException => new Delivery.Refused(Reason(error)),
        _ => null,
    };

    /// <summary>After a plain no the conversation goes on (MailKit resets it); after anything else its state is unknown.</summary>
    public static bool LeavesLineUsable(Exception error) =>
        error is SmtpCommandException { StatusCode: not SmtpStatusCode.ServiceNotAvailable } or NotSupportedException;

    public static bool IsTimeout(Exception error) => error is TimeoutException or OperationCanceledException;

    private static Delivery Answered(SmtpCommandException answer)
    {
        var status = (int)answer.StatusCode;
        if (status < 500)
        {
            return new Delivery.Deferred(Reason(answer));
        }

        // All mails share our sender: a server that will not have it would refuse every one of them for good.
        var oursIsRefused = answer.ErrorCode == SmtpErrorCode.SenderNotAccepted && status != MailTooLarge;
        return oursIsRefused || answer.StatusCode == SmtpStatusCode.AuthenticationRequired
            ? new Delivery.Unavailable(Reason(answer))
            : new Delivery.Refused(Reason(answer), MailStatus.BlamesAddress(answer.Message) ?? answer.ErrorCode == SmtpErrorCode.RecipientNotAccepted);
    }

    /// <summary>Servers repeat the address they refuse; a reason is kept and logged, so it must not.</summary>
    private static string Reason(Exception error)
    {
        var text = error is SmtpCommandException answer
            ? string.Create(CultureInfo.InvariantCulture, $"{(int)answer.StatusCode} {answer.Message}")
            : error.Message;
        return CleanText.Shorten(Address().Replace(CleanText.SingleLine(text), "[address]"), LongestReason);
    }

    [GeneratedRegex(@"[^\s<>()\[\],;:""']+@[^\s<>()\[\],;""']+")]
    private static partial Regex Address();
}
