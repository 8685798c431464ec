using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Platform.Core.Mail;

internal sealed class MailOptionsCheck : IValidateOptions<MailOptions>
{
    public ValidateOptionsResult Validate(string? name, MailOptions options)
    {
        var errors = Errors(options).ToList();
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private static IEnumerable<string> Errors(MailOptions mail)
    {
        if (!MailboxAddress.TryParse(mail.From, out var from) || from.Address != mail.From)
        {
            yield return "Mail:From must be one bare address.";
        }

        if (!string.IsNullOrEmpty(mail.BounceAddress) && (!MailboxAddress.TryParse(mail.BounceAddress, out var bounces) || bounces.Address != mail.BounceAddress))
        {
            yield return "Mail:BounceAddress must be one bare address.";
        }

        if (string.IsNullOrWhiteSpace(mail.FromName))
        {
            yield return "Mail:FromName must not be empty.";
        }

        foreach (var error in string.IsNullOrEmpty(mail.Host) ? [] : ServerErrors(mail, mail.Host))
        {
            yield return error;
        }

        string?[] dkim = [mail.DkimDomain, mail.DkimSelector, mail.DkimKeyFile];
        if (dkim.Any(string.IsNullOrEmpty) && !dkim.All(string.IsNullOrEmpty))
        {
            yield return "Mail:DkimDomain, Mail:DkimSelector and Mail:DkimKeyFile are set together or not at all.";
        }
        else if (mail.DkimKeyFile is { Length: > 0 } file && !IsKey(file))
        {
            yield return "Mail:DkimKeyFile must be a PEM file with a private RSA key.";
        }
    }

    private static bool IsKey(string file)
    {
        try
        {
            using var key = FastDkimSigner.ReadKey(file);
            return key.ExportRSAPrivateKey().Length > 0;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or CryptographicException)
        {
            return false;
        }
    }

    private static IEnumerable<string> ServerErrors(MailOptions mail, string host)
    {
        if (mail.From == new MailOptions().From)
        {
            yield return "Mail:From must be set when Mail:Host is.";
        }

        if (mail.Port is < 1 or > 65535)
        {
            yield return "Mail:Port must be between 1 and 65535.";
        }

        if (mail.Connections is < 1 or > 64)
        {
            yield return "Mail:Connections must be between 1 and 64.";
        }

        if (mail.ConnectionsPerDomain < 0 || mail.MailsPerSecondPerDomain < 0
            || mail.Domains.Any(domain => domain.Name.Length == 0 || domain.Connections < 1 || domain.MailsPerSecond < 1))
        {
            yield return "Mail: the limits per domain are at least 1, or 0 for the usual; each of Mail:Domains has a Name.";
        }

        if (mail.MailsPerConnection < 1)
        {
            yield return "Mail:MailsPerConnection must be at least 1.";
        }

        TimeSpan[] times = [mail.ConnectTimeout, mail.SendTimeout, mail.CheckAfterIdle, mail.CloseAfterIdle, mail.CloseAfterAge];
        if (times.Any(time => time <= TimeSpan.Zero || time > TimeSpan.FromHours(1)))
        {
            yield return "Mail: every time must be above zero and at most an hour.";
        }

        if (string.IsNullOrEmpty(mail.User) != string.IsNullOrEmpty(mail.Password))
        {
            yield return "Mail:User and Mail:Password are set together or not at all.";
        }

        var onThisMachine = host is "localhost" or "127.0.0.1" or "::1";
        if (!string.IsNullOrEmpty(mail.User) && (mail.Security is MailSecurity.None or MailSecurity.Opportunistic) && !onThisMachine)
        {
            yield return "Mail:Password would travel in the clear: set Mail:Security to StartTls or Tls.";
        }
    }
}
