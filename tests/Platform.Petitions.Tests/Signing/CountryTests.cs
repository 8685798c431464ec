using Microsoft.EntityFrameworkCore;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.Signing;

public sealed class CountryTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task A_campaign_about_no_country_puts_nobody_into_the_first_of_the_list()
    {
        var stage = await Stage.SetAsync(host, with: c => c.Country = null);

        await stage.SignAsync(host.Visitor(), "Maxine Kowalski", "maxine@nowhere.example", ("ShowName", "true"));
        await stage.ConfirmAsync(host.Visitor(), "maxine@nowhere.example");

        Assert.Equal("", await host.InDbAsync(stage.Organisation.Id, db => db.Signatures.Where(s => s.CampaignId == stage.Campaign.Id).Select(s => s.Country).SingleAsync()));
        var page = await stage.UntilAsync(host.Visitor(), p => p.Html.QuerySelectorAll(".lines li").Length > 1);
        Assert.Equal("Maxine K.", page.Html.QuerySelectorAll(".lines__who")[^1].TextContent.Trim());
    }

    [Fact]
    public async Task A_campaign_about_a_country_begins_with_it()
    {
        var stage = await Stage.SetAsync(host, with: c => c.Country = "CA");
        var form = await host.Visitor().GetAsync(stage.Path + "/sign");
        Assert.Equal("CA", Visitor.Fields(form, "#sign").Single(f => f.Key == "Country").Value);
        Assert.Null(form.Html.QuerySelector("#Country option[value='']"));
    }
}
