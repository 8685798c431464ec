using Platform.Petitions.Signing;
using Xunit;

namespace Platform.Petitions.Tests.Signing;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("a.b+x@googlemail.com", "ab@gmail.com")]
    [InlineData("A.B@Gmail.com", "ab@gmail.com")]
    [InlineData("a.b+news@example.org", "a.b@example.org")]
    [InlineData("Ada@Example.ORG", "ada@example.org")]
    [InlineData("ada@protonmail.com", "ada@proton.me")]
    [InlineData("ada@münchen.de", "ada@xn--mnchen-3ya.de")]
    [InlineData(" ada@example.org ", "ada@example.org")]
    public void An_address_and_its_aliases_have_one_canonical_form(string typed, string canonical) =>
        Assert.Equal(canonical, EmailAddress.Parse(typed)?.Canonical);

    [Theory]
    [InlineData("")]
    [InlineData("nobody")]
    [InlineData("@example.org")]
    [InlineData("a@b")]
    [InlineData("a@@example.org")]
    [InlineData("a b@example.org")]
    [InlineData("a@exa mple.org")]
    [InlineData("a@example.1")]
    [InlineData(".a@example.org")]
    [InlineData("a..b@example.org")]
    [InlineData("a@example.org\nBcc: b@example.org")]
    [InlineData("\"a\"@example.org")]
    public void What_cannot_be_an_address_is_refused(string typed) => Assert.Null(EmailAddress.Parse(typed));

    [Fact]
    public void Mail_goes_to_the_address_as_it_was_typed() => Assert.Equal("A.B+x@gmail.com", EmailAddress.Parse("A.B+x@gmail.com")?.Address);
}
