using Platform.Petitions.Outbox;
using Platform.Petitions.Secrets;
using Platform.Petitions.Signing;
using Xunit;

namespace Platform.Petitions.Tests.Outbox;

public sealed class MailAllowancesTests(OutboxDatabase database) : IClassFixture<OutboxDatabase>
{
    private readonly MailAllowances allowances = new(database.Source, new Fingerprints(new Keyring(Convert.ToBase64String(new byte[32]))));

    [Fact]
    public async Task A_mail_that_is_tried_again_and_again_is_one_of_its_days_three()
    {
        var first = await database.LayAsync(MailKind.ConfirmSignature);
        for (var tries = 0; tries < 5; tries++)
        {
            Assert.Empty(await OverAsync("patient@mail.example", first));
        }

        Assert.Empty(await OverAsync("patient@mail.example", await database.LayAsync(MailKind.ConfirmSignature), await database.LayAsync(MailKind.AlreadySigned)));
        var fourth = await database.LayAsync(MailKind.ConfirmSignature);
        Assert.Equal([fourth], await OverAsync("patient@mail.example", fourth));
        Assert.Empty(await OverAsync("patient@mail.example", first));
    }

    [Fact]
    public async Task Of_five_mails_to_one_mailbox_that_are_due_together_the_first_three_are_sent()
    {
        var ids = new List<long>();
        for (var i = 0; i < 5; i++)
        {
            ids.Add(await database.LayAsync(MailKind.ConfirmSignature));
        }

        var over = await allowances.OverAsync([.. ids.Select((id, i) => (id, EmailAddress.Parse($"five+{i}@mail.example")!))], CancellationToken.None);

        Assert.Equal(ids[3..], over.Order());
    }

    private async Task<IEnumerable<long>> OverAsync(string address, params long[] mails) =>
        await allowances.OverAsync([.. mails.Select(mail => (mail, EmailAddress.Parse(address)!))], CancellationToken.None);
}
