using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using MimeKit;
using Platform.Testing.Hosts;
using Platform.Testing.Smtp;
using Platform.Testing.Time;
using Xunit;

namespace Platform.Petitions.Tests.Faults;

/// <summary>Two web nodes and two workers, and clients who are at another node with each press.</summary>
[Collection(FaultsCollection.Name)]
public sealed partial class ManyNodesTests
{
    private const int Hands = 8;
    private const string Domain = "@moved.example";
    private static readonly int People = Killable.Long ? 600 : 40;

    [Fact]
    public async Task People_who_are_moved_between_nodes_with_every_press_sign_and_confirm_once_and_get_each_mail_once()
    {
        await using var stand = await Killable.StartAsync();
        await using var smtp = new ScriptedSmtp();
        (string, string)[] mail = [("Mail__Host", "127.0.0.1"), ("Mail__Port", smtp.Port.ToString(CultureInfo.InvariantCulture)), ("Mail__Security", "None"), ("Mail__From", "petitions@fault.example")];

        // The browsers of this test speak http and are quick.
        (string, string)[] pages = [("Site__SecureCookies", "false"), ("Signing__ShortestFill", "00:00:00")];
        await using var first = await stand.HostAsync("web", 0, pages);
        await using var second = await stand.HostAsync("web", 0, pages);
        await using var third = await stand.HostAsync("worker", 0, mail);
        await using var fourth = await stand.HostAsync("worker", 0, mail);
        await using var proxy = await MovingProxy.StartAsync(first.Address, second.Address);

        var numbers = new ConcurrentBag<int>();
        await Parallel.ForEachAsync(Enumerable.Range(1, People), new ParallelOptions { MaxDegreeOfParallelism = Hands }, async (person, _) =>
            numbers.Add(await SignAndConfirmAsync(proxy.Address, stand.Campaign.Path, smtp, person)));

        Assert.Equal(Enumerable.Range(1, People), numbers.Order());
        Assert.All([first.Address, second.Address], node => Assert.InRange(proxy.Sent[node], People * 3, int.MaxValue));
        await Until.TrueAsync(() => smtp.Mails.Count >= 2 * People, "every mail is sent");
        await WaitUntilSentAsync(stand);
        Assert.Equal(smtp.Mails.Count, smtp.Mails.Select(IdOf).Distinct().Count());

        // The organiser's milestones are beside them.
        var theirs = smtp.Mails.GroupBy(m => m.Recipients.Single()).Where(mails => mails.Key.EndsWith(Domain, StringComparison.Ordinal)).ToList();
        Assert.Equal(People, theirs.Count);
        Assert.All(theirs, mails => Assert.Equal(2, mails.Count()));
        await Ledger.BalanceAsync(stand, [.. Enumerable.Range(1, People).Select(AddressOf)], People);
    }

    /// <returns>The number the person was told.</returns>
    private static async Task<int> SignAndConfirmAsync(Uri site, string campaign, ScriptedSmtp smtp, int person)
    {
        var email = AddressOf(person);
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = site };
        http.DefaultRequestHeaders.Add("X-Forwarded-For", string.Create(CultureInfo.InvariantCulture, $"10.{person >> 8}.{person & 255}.7"));
        var visitor = new Visitor(http);

        var check = await visitor.SubmitAsync(await visitor.GetAsync(campaign), "#sign", ("Name", "Maxine Kowalski"), ("Email", email), ("Country", "CA"));
        Assert.Contains(email, check.Text, StringComparison.Ordinal);

        await Until.TrueAsync(() => smtp.Mails.Any(m => m.Recipients.Contains(email)), $"a mail to {email}");
        var link = ConfirmLink().Match(TextOf(smtp.Mails.First(m => m.Recipients.Contains(email)))).Value;
        var thanks = await visitor.SubmitAsync(await visitor.GetAsync(link), "form");
        return int.Parse(YourNumber().Match(thanks.Text).Groups[1].Value, CultureInfo.InvariantCulture);
    }

    private static Task WaitUntilSentAsync(Killable stand) => Until.TrueAsync(async () => await stand.AskAsync<long>("select count(*) from petitions.outbox_mails where done_at is null") == 0, "the outbox is empty");

    private static string AddressOf(int person) => string.Create(CultureInfo.InvariantCulture, $"person{person}{Domain}");

    private static string IdOf(ScriptedMail mail) => Parse(mail).MessageId!;

    private static string TextOf(ScriptedMail mail) => Parse(mail).TextBody!;

    private static MimeMessage Parse(ScriptedMail mail)
    {
        using var source = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(mail.Source));
        return MimeMessage.Load(source);
    }

    [GeneratedRegex(@"/open/[a-z0-9-]+/confirm/[\w-]+")]
    private static partial Regex ConfirmLink();

    [GeneratedRegex(@"You are number (\d+)")]
    private static partial Regex YourNumber();
}
