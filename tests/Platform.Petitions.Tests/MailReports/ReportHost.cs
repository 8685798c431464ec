using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Petitions.Outbox;
using Platform.Petitions.Signatures;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Platform.Testing.Time;

namespace Platform.Petitions.Tests.MailReports;

/// <summary>A host that hears what became of its mails.</summary>
public sealed class ReportHost : TestHost
{
    public const string Secret = "of-the-provider-who-reports-our-mails";

    private static int people;

    public string Maildir => Path.Combine(Folder, "reports");

    protected override Dictionary<string, string?> Settings => new() { ["MailReports:HookSecret"] = Secret, ["MailReports:Maildir"] = Maildir };

    /// <summary>A report as it comes over the wire.</summary>
    /// <param name="mail">The mail it is about.</param>
    public static string Report(string name, string messageId, string address, string bounceAddress = "petitions@undersigned.example")
    {
        using var stream = typeof(ReportHost).Assembly.GetManifestResourceStream("reports/" + name) ?? throw new InvalidOperationException($"There is no report {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\r\n").Replace("{message-id}", messageId, StringComparison.Ordinal)
            .Replace("{address}", address, StringComparison.Ordinal).Replace("{bounce-address}", bounceAddress, StringComparison.Ordinal);
    }

    /// <summary>Somebody signs and is sent the mail.</summary>
    public async Task<(string Address, OutboxMail Mail)> SignAsync(Stage stage, string? address = null)
    {
        address ??= $"reported{Interlocked.Increment(ref people)}@mail.example";
        await stage.SignAsync(Visitor(), "Maxine Kowalski", address);
        return (address, await DoneAsync(stage));
    }

    /// <summary>The newest mail of a campaign, once it is done with.</summary>
    public async Task<OutboxMail> DoneAsync(Stage stage) => (await Until.SeenAsync(
        () => InDbAsync(null, db => db.Outbox.AsNoTracking().Where(m => m.CampaignId == stage.Campaign.Id).OrderByDescending(m => m.Id).FirstOrDefaultAsync()), mail => mail?.DoneAt is not null, "the mail is sent"))!;

    public Task<Signature> SignatureAsync(Stage stage) => InDbAsync(stage.Organisation.Id, db => db.Signatures.AsNoTracking().SingleAsync(s => s.CampaignId == stage.Campaign.Id));

    public string IdOf(OutboxMail mail) => Services.GetRequiredService<MessageIds>().Of(mail.Id);

    public async Task<HttpStatusCode> HookAsync(string body, string type = "message/rfc822", string? secret = Secret)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/hooks/mail-reports") { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
        request.Headers.Authorization = secret is null ? null : new AuthenticationHeaderValue("Bearer", secret);
        using var answer = await Visitor().Http.SendAsync(request);
        return answer.StatusCode;
    }
}
