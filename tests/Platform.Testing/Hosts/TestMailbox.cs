using Platform.Core.Mail;
using Platform.Testing.Time;

namespace Platform.Testing.Hosts;

/// <summary>What arrived in people's mailboxes. Mail is sent by the real pump, so reading waits for it.</summary>
public sealed class TestMailbox(Mailbox mailbox)
{
    /// <summary>The newest mail to an address whose subject holds the words; waits until it is there.</summary>
    /// <param name="which">Only these mails, where one address gets mails of several campaigns.</param>
    /// <exception cref="TimeoutException">It did not come; says what did.</exception>
    public async Task<MailboxMail> WaitAsync(string to, string subject = "", int count = 1, Func<MailboxMail, bool>? which = null)
    {
        var arrived = await Until.SeenAsync(() => ToAsync(to), mails => Meant(mails).Count() >= count, $"mail '{subject}' to {to}, {count} of it", mails => string.Join("; ", mails.Select(m => m.Subject)));
        return Meant(arrived).First();

        IEnumerable<MailboxMail> Meant(IEnumerable<MailboxMail> mails) => mails.Where(m => m.Subject.Contains(subject, StringComparison.OrdinalIgnoreCase) && which?.Invoke(m) is not false);
    }

    /// <summary>Everything to an address so far, newest first.</summary>
    public async Task<IReadOnlyList<MailboxMail>> ToAsync(string to, string subject = "") =>
        [.. (await mailbox.ListAsync(to: to)).Where(m => m.Subject.Contains(subject, StringComparison.OrdinalIgnoreCase))];
}
