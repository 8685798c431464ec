using Platform.Core.Pages;
using Xunit;

namespace Platform.Web.Tests.Core.Pages;

public sealed class MailboxLinkTests
{
    [Theory]
    [InlineData("maxine@Gmail.com", "Gmail")]
    [InlineData("maxine@orange.fr", "Orange")]
    [InlineData("\"a@b\"@proton.me", "Proton Mail")]
    [InlineData("maxine@example.org", null)]
    [InlineData("maxine", null)]
    public void Known_providers_are_one_tap_away(string address, string? provider) => Assert.Equal(provider, MailboxLink.For(address)?.Provider);
}
