using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Platform.Core.Mail;

public static class MailRegistration
{
    /// <summary>
    /// Registers <see cref="LetterRenderer"/> and one <see cref="IMailTransport"/>: SMTP when the section names a host, else the
    /// mailbox in <paramref name="mailboxFolder"/> (development), together with <see cref="Mailbox"/> to read it.
    /// </summary>
    /// <exception cref="InvalidOperationException">Neither a host nor a folder: mail would have nowhere to go.</exception>
    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration section, string? mailboxFolder)
    {
        services.AddOptions<MailOptions>().Bind(section).ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IValidateOptions<MailOptions>, MailOptionsCheck>();
        services.AddSingleton<LetterRenderer>();
        if (!string.IsNullOrEmpty(section[nameof(MailOptions.Host)]))
        {
            return services.AddSingleton<IMailTransport, SmtpTransport>();
        }

        if (string.IsNullOrEmpty(mailboxFolder))
        {
            throw new InvalidOperationException("Set Mail:Host (and Mail:From): without a mail server nobody can confirm a signature.");
        }

        services.AddSingleton(new Mailbox(mailboxFolder));
        return services.AddSingleton<IMailTransport, MailboxTransport>();
    }
}
