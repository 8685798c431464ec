using Platform.Core.Tenancy;
using Platform.Petitions.Outbox;
using Platform.Petitions.Secrets;
using Xunit;

namespace Platform.Petitions.Tests.Outbox;

public sealed class MessageIdsTests
{
    private readonly MessageIds ids = new(new Keyring(Convert.ToBase64String(new byte[32])), new TenancyOptions { BaseUrl = "https://petitions.example" });

    [Fact]
    public void The_id_of_a_mail_is_always_the_same_and_names_it()
    {
        Assert.Equal(ids.Of(4711), ids.Of(4711));
        Assert.EndsWith("@petitions.example", ids.Of(4711), StringComparison.Ordinal);
        Assert.Equal(4711, ids.Read(Local(4711)));
        Assert.Equal(4711, ids.Read(Local(4711).ToUpperInvariant()));
    }

    [Fact]
    public void Nobody_can_name_a_mail_that_did_not_come_to_them()
    {
        var seal = Local(4711).Split('.')[1];
        foreach (var guess in (string[])[$"4712.{seal}", "4711.0000000000000000", "4711.outbox", "4711.", "4711", $".{seal}", $"-4711.{seal}", $"+4711.{seal}", "", "99999999999999999999.1"])
        {
            Assert.Null(ids.Read(guess));
        }
    }

    private string Local(long mail) => ids.Of(mail).Split('@')[0];
}
