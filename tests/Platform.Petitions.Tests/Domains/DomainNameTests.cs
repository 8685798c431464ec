using Platform.Core.Tenancy;
using Platform.Petitions.Domains;
using Xunit;

namespace Platform.Petitions.Tests.Domains;

public sealed class DomainNameTests
{
    private static readonly TenancyOptions Site = new() { BaseUrl = "https://www.undersigned.example", Domain = "petitions.example", Hosts = ["undersigned.example"] };

    [Theory]
    [InlineData("petitions.house.example", "petitions.house.example")]
    [InlineData("  Petitions.House.Example. ", "petitions.house.example")]
    [InlineData("bücher.example", "xn--bcher-kva.example")]
    [InlineData("not-petitions.example", "not-petitions.example")]
    [InlineData("house.xn--p1ai", "house.xn--p1ai")]
    public void A_name_is_read_as_browsers_send_it(string typed, string host) => Assert.Equal((host, (string?)null), DomainName.Read(typed, Site));

    [Theory]
    [InlineData(null, "error.required")]
    [InlineData(" ", "error.required")]
    [InlineData("https://house.example", "account.domain-address")]
    [InlineData("house.example/petitions", "account.domain-address")]
    [InlineData("me@house.example", "account.domain-address")]
    [InlineData("two words.example", "account.domain-address")]
    [InlineData("house.example:8080", "account.domain-port")]
    [InlineData("192.0.2.7", "account.domain-number")]
    [InlineData("2001:db8::1", "account.domain-number")]
    [InlineData("[2001:db8::1]", "account.domain-number")]
    [InlineData("house", "account.domain-single")]
    [InlineData("localhost", "account.domain-single")]
    [InlineData("house.localhost", "account.domain-invalid")]
    [InlineData("printer.local", "account.domain-invalid")]
    [InlineData("*.house.example", "account.domain-invalid")]
    [InlineData("_dmarc.house.example", "account.domain-invalid")]
    [InlineData("-house.example", "account.domain-invalid")]
    [InlineData("house..example", "account.domain-invalid")]
    [InlineData("house.123", "account.domain-invalid")]
    [InlineData("house\0.example", "account.domain-invalid")]
    [InlineData("petitions.example", "account.domain-ours")]
    [InlineData("friends.petitions.example", "account.domain-ours")]
    [InlineData("deep.friends.petitions.example", "account.domain-ours")]
    [InlineData("undersigned.example", "account.domain-ours")]
    [InlineData("mail.www.undersigned.example", "account.domain-ours")]
    public void What_is_no_name_of_their_own_is_refused_in_words_that_say_why(string? typed, string problem) => Assert.Equal(((string?)null, problem), DomainName.Read(typed, Site));

    [Fact]
    public void A_name_in_any_script_is_shown_as_it_is_written()
    {
        var (host, _) = DomainName.Read("کارزار.example", Site);
        Assert.StartsWith("xn--", host, StringComparison.Ordinal);
        Assert.Equal("کارزار.example", DomainName.Spoken(host!));
    }

    [Fact]
    public void A_name_is_as_long_as_its_record_lets_it_be()
    {
        var label = new string('a', 60);
        Assert.NotNull(DomainName.Read($"{label}.{label}.{label}.example", Site).Host);
        Assert.Equal("account.domain-invalid", DomainName.Read($"{label}.{label}.{label}.{label}.example", Site).Problem);
    }
}
