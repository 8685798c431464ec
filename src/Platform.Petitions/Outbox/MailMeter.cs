using System.Diagnostics.Metrics;

namespace Platform.Petitions.Outbox;

/// <summary>Counts what becomes of mails in this process.</summary>
public sealed class MailMeter
{
    /// <summary>Name of the meter of everything the platform counts about itself.</summary>
    public const string Platform = "Undersigned";

    private readonly Counter<long> mails;

    public MailMeter(IMeterFactory meters) => mails = meters.Create(Platform).CreateCounter<long>("undersigned.mails", description: "Mails by what became of them; a mail that is tried again counts each time as deferred.");

    internal void Count(MailStamp stamp)
    {
        if (stamp is { Outcome: MailOutcome.Waiting, Forgiven: true })
        {
            return;
        }

        var outcome = stamp.Outcome switch
        {
            MailOutcome.Waiting => "deferred",
            MailOutcome.Sent => "sent",
            MailOutcome.Refused => "refused",
            MailOutcome.Failed => "failed",
            MailOutcome.Dropped => "dropped",
            MailOutcome.Capped => "capped",
            MailOutcome.Suppressed => "suppressed",
        };
        mails.Add(1, new KeyValuePair<string, object?>("outcome", outcome));
    }
}
