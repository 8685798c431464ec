using Platform.Core.Mail;

namespace Platform.Testing.Hosts;

/// <summary>What arrived in people's mailboxes. Mail is sent by the real pump, so reading waits for it.</summary>
public sealed class TestMailbox(Mailbox mailbox)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>The newest mail to an address whose subject holds the words; waits until it is there.</summary>
    /// <param name="which">Only these mails, where one address gets mails of several campaigns.</param>
    /// <exception cref="TimeoutException">It did not come; says what did.</exception>
    public async Task<MailboxMail> WaitAsync(string to, string subject = "", int count = 1, Func<MailboxMail, bool>? which = null)
    {
        for (var waited = TimeSpan.Zero; waited < Patience; waited += TimeSpan.FromMilliseconds(50))
        {
            var found = (await ToAsync(to, subject)).Where(which ?? (_ => true)).ToList();
            if (found.Count >= count)
            {
                return found[0];
            }

            await Task.Delay(50);
        }

        var all = await mailbox.ListAsync();
        throw new TimeoutException($"No mail '{subject}' to {to}. Arrived: {string.Join("; ", all.Select(m => m.To + ": " + m.Subject))}");
    }

    /// <summary>Everything to an address so far, newest first.</summary>
    public async Task<IReadOnlyList<MailboxMail>> ToAsync(string to, string subject = "") =>
        [.. (await mailbox.ListAsync(to: to)).Where(m => m.Subject.Contains(subject, StringComparison.OrdinalIgnoreCase))];
}
