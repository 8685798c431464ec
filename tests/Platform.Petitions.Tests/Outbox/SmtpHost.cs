using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Petitions.Outbox;
using Platform.Testing.Hosts;
using Platform.Testing.Smtp;
using Platform.Testing.Time;

namespace Platform.Petitions.Tests.Outbox;

/// <summary>A host that sends over SMTP to a server that does as the test says.</summary>
public class SmtpHost : TestHost
{
    public ScriptedSmtp Smtp { get; } = new();

    protected override Dictionary<string, string?> Settings => new(More)
    {
        ["Mail:Host"] = "127.0.0.1",
        ["Mail:Port"] = Smtp.Port.ToString(CultureInfo.InvariantCulture),
        ["Mail:Security"] = "None",
        ["Mail:From"] = "petitions@undersigned.example",
    };

    /// <summary>Settings beside these.</summary>
    protected virtual Dictionary<string, string?> More => [];

    /// <summary>Waits for the newest mail about something to be as the test wants it.</summary>
    public async Task<OutboxMail> MailAsync(Guid campaign, Func<OutboxMail, bool> until) => (await MailsAsync(campaign, mails => mails is [var newest, ..] && until(newest)))[0];

    /// <summary>Waits for all mails about something, the newest first, to be as the test wants them.</summary>
    /// <param name="within">Where a limit is promised.</param>
    public Task<List<OutboxMail>> MailsAsync(Guid campaign, Func<List<OutboxMail>, bool> until, TimeSpan? within = null) => Until.SeenAsync(
        () => InDbAsync(null, db => db.Outbox.AsNoTracking().Where(m => m.CampaignId == campaign).OrderByDescending(m => m.Id).ToListAsync()),
        until,
        "the mails become as wanted",
        mails => string.Join('\n', mails.Select(m => $"{m.Id} {m.Kind} {m.Outcome} after {m.Attempts} attempts: {m.LastError}")),
        within);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Smtp.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
