using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Petitions.Outbox;
using Platform.Testing.Hosts;
using Platform.Testing.Smtp;

namespace Platform.Petitions.Tests.Outbox;

/// <summary>A host that sends over SMTP to a server that does as the test says.</summary>
public sealed class SmtpHost : TestHost
{
    public ScriptedSmtp Smtp { get; } = new();

    protected override Dictionary<string, string?> Settings => new()
    {
        ["Mail:Host"] = "127.0.0.1",
        ["Mail:Port"] = Smtp.Port.ToString(CultureInfo.InvariantCulture),
        ["Mail:Security"] = "None",
        ["Mail:From"] = "petitions@undersigned.example",
        ["Mail:SendTimeout"] = "00:00:02",
        ["Mail:ConnectTimeout"] = "00:00:02",
    };

    /// <summary>Waits for the newest mail about something to be as the test wants it.</summary>
    public async Task<OutboxMail> MailAsync(Guid campaign, Func<OutboxMail, bool> until)
    {
        OutboxMail? mail = null;
        for (var waited = 0; waited < 300; waited++)
        {
            mail = await InDbAsync(null, db => db.Outbox.AsNoTracking().Where(m => m.CampaignId == campaign).OrderByDescending(m => m.Id).FirstOrDefaultAsync());
            if (mail is not null && until(mail))
            {
                return mail;
            }

            await Task.Delay(50);
        }

        throw new TimeoutException($"The mail stayed {mail?.Outcome.ToString() ?? "unwritten"} after {mail?.Attempts} attempts, last error: {mail?.LastError}");
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Smtp.DisposeAsync();
    }
}
