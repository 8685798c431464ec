using Platform.Core.Mail;
using Platform.Testing.Smtp;
using Xunit;

namespace Platform.Web.Tests.Core.Mail;

/// <summary>What comes back, and whose fault it was.</summary>
public sealed class SmtpReturnTests : SmtpTestBase
{
    [Fact]
    public async Task A_mail_returns_to_an_address_of_its_own_where_one_is_set()
    {
        await using var transport = Transport(options => options with { BounceAddress = "bounces@undersigned.example" });

        Assert.IsType<Delivery.Accepted>(await SendAsync(transport));

        Assert.Equal("bounces+confirm-1@undersigned.example", Assert.Single(Server.Mails).Sender);
    }

    [Theory]
    [InlineData(SmtpStage.Recipient, "5.1.1 no such user", true)]
    [InlineData(SmtpStage.Recipient, "no such user", true)]
    [InlineData(SmtpStage.Recipient, "5.7.1 your network is on a list", false)]
    [InlineData(SmtpStage.EndOfData, "5.2.1 mailbox disabled", true)]
    [InlineData(SmtpStage.EndOfData, "5.6.0 cannot read it", false)]
    [InlineData(SmtpStage.EndOfData, "we do not like it, ask 192.5.1.1", false)]
    public async Task A_lasting_refusal_says_whether_the_address_is_to_blame(SmtpStage stage, string text, bool blamed)
    {
        foreach (var capabilities in (string[][])[[], ["ENHANCEDSTATUSCODES", "PIPELINING"]])
        {
            Server.Capabilities = capabilities;
            Server.On(stage, SmtpAct.Reply(550, text), times: 1);
            await using var transport = Transport();

            Assert.Equal(blamed, Assert.IsType<Delivery.Refused>(await SendAsync(transport)).BlamesAddress);
        }
    }
}
