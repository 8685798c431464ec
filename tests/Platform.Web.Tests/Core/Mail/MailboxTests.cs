using Platform.Core.Mail;
using Xunit;

namespace Platform.Web.Tests.Core.Mail;

public sealed class MailboxTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("undersigned-mailbox-");
    private MailboxTransport? transport;

    private Mailbox Mailbox => new(Path.Combine(folder.FullName, "mail"));

    [Fact]
    public async Task A_mail_is_read_as_it_was_sent()
    {
        var letter = TestLetters.Confirm("fa") with { Unsubscribe = new Uri("https://undersigned.example/stop/x"), Subject = "امضا" };

        Assert.IsType<Delivery.Accepted>(await SendAsync(letter));

        var mail = Assert.Single(await Mailbox.ListAsync(ct: Ct));
        Assert.Equal(("امضا", "maxine@example.org", TestLetters.MessageId), (mail.Subject, mail.To, mail.MessageId));
        Assert.Equal("482913", mail.Code);
        Assert.Equal(["https://undersigned.example/confirm/abc123", "https://undersigned.example/stop/x"], mail.Links.Select(link => link.AbsoluteUri));
        Assert.Equal("<https://undersigned.example/stop/x>", mail.Header("list-unsubscribe"));
        Assert.Contains("dir=\"rtl\"", mail.Html);
        Assert.Equal(mail.Subject, (await Mailbox.FindAsync(mail.Id, Ct))!.Subject);
    }

    [Fact]
    public async Task The_newest_mail_comes_first_and_one_recipient_can_be_picked()
    {
        foreach (var to in new[] { "a@example.org", "b@example.org", "A@example.org" })
        {
            await SendAsync(TestLetters.Confirm() with { To = to });
        }

        Assert.Equal(["A@example.org", "b@example.org", "a@example.org"], (await Mailbox.ListAsync(ct: Ct)).Select(mail => mail.To));
        Assert.Equal(["A@example.org", "a@example.org"], (await Mailbox.ListAsync(to: "a@example.org", ct: Ct)).Select(mail => mail.To));
        Assert.Single(await Mailbox.ListAsync(1, ct: Ct));
    }

    [Fact]
    public async Task Clearing_leaves_nothing()
    {
        await SendAsync(TestLetters.Confirm());

        Mailbox.Clear();

        Assert.Empty(await Mailbox.ListAsync(ct: Ct));
        Assert.Empty(Directory.GetFiles(Mailbox.Folder));
    }

    [Fact]
    public async Task A_mailbox_that_got_nothing_is_empty()
    {
        Mailbox.Clear();

        Assert.Empty(await Mailbox.ListAsync(ct: Ct));
    }

    [Theory]
    [InlineData("../secret")]
    [InlineData("/etc/passwd")]
    [InlineData("")]
    [InlineData("0-0")]
    public async Task No_other_file_is_read(string id)
    {
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "secret.eml"), "Subject: secret\n\nx", Ct);
        await SendAsync(TestLetters.Confirm());

        Assert.Null(await Mailbox.FindAsync(id, Ct));
    }

    [Fact]
    public async Task Only_its_owner_may_look_into_it()
    {
        await SendAsync(TestLetters.Confirm());

        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Mailbox.Folder));
        }
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Task<Delivery> SendAsync(Letter letter) =>
        (transport ??= new MailboxTransport(Mailbox, TimeProvider.System)).SendAsync(TestLetters.Render(letter), Ct);
}
