using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Text;
using Platform.Petitions.Signing;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.Signing;

public sealed class PostcodeTests(TestHost host) : IClassFixture<TestHost>
{
    [Theory]
    [InlineData("CA", "m5v 2t6")]
    [InlineData("CA", "M5V")]
    [InlineData("GB", "SW1A 1AA")]
    [InlineData("GB", "m1 1ae")]
    [InlineData("GB", "EC1A")]
    [InlineData("IE", "D6W XY00")]
    [InlineData("NL", "1012js")]
    [InlineData("DE", "D-10115")]
    [InlineData("CH", "CH 8001")]
    [InlineData("PL", "00–001")]
    [InlineData("US", "94110-1234")]
    [InlineData("IR", "۱۱۳۶۹-۱۳۸۱۱")]
    [InlineData("SE", "111 29")]
    [InlineData("HK", "anything at all")]
    [InlineData("ZZ", "?")]
    [InlineData("", "1")]
    [InlineData(null, "1")]
    [InlineData("DE", "")]
    public void A_postcode_as_people_write_it_may_stay(string? country, string typed) => Assert.Null(Postcodes.ExampleInstead(country, Postcodes.Clean(typed)));

    [Theory]
    [InlineData("CA", "94110", "M5V 2T6")]
    [InlineData("DE", "1011", "10115")]
    [InlineData("DE", "10115 Berlin", "10115")]
    [InlineData("GB", "London", "SW1A 1AA")]
    [InlineData("NL", "0123 AB", "1012 JS")]
    [InlineData("FR", "75011; drop", "75011")]
    public void One_that_its_country_has_not_is_answered_with_one_it_has(string country, string typed, string example) =>
        Assert.Equal(example, Postcodes.ExampleInstead(country, Postcodes.Clean(typed)));

    [Fact]
    public void Every_example_is_one_and_every_country_is_known()
    {
        var checkedOnes = Countries.In(host.Services.GetRequiredService<Catalogue>().Default).Select(country => country.Code).Where(code => Postcodes.ExampleInstead(code, "!") is not null).ToList();
        Assert.True(checkedOnes.Count > 60, $"{checkedOnes.Count} countries are checked.");
        Assert.All(checkedOnes, code => Assert.Null(Postcodes.ExampleInstead(code, Postcodes.ExampleInstead(code, "!")!)));
    }

    [Fact]
    public async Task The_form_says_at_the_field_what_is_wrong_and_keeps_what_was_typed()
    {
        var stage = await Stage.SetAsync(host, with: c => c.AsksPostcode = true);
        var page = await stage.SignAsync(host.Visitor(), "Maxine Kowalski", "maxine@mail.example", ("Country", "CA"), ("Postcode", "94110"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("M5V 2T6", page.One("#Postcode-error"), StringComparison.Ordinal);
        Assert.Equal(("94110", "Maxine Kowalski"), (page.Html.QuerySelector("#Postcode")!.GetAttribute("value"), page.Html.QuerySelector("#Name")!.GetAttribute("value")));

        page = await host.Visitor().SubmitAsync(page, "#sign", ("Postcode", "m5v2t6"));
        Assert.EndsWith("/check", page.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal("M5V2T6", await host.InDbAsync(stage.Organisation.Id, db => Task.FromResult(db.Signatures.Single(s => s.CampaignId == stage.Campaign.Id).Postcode)));
    }
}
