using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Petitions.Campaigns;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Donations.Tests.DonationSettings;

/// <summary>An owner says who receives gifts, what for and how much, with the password once more.</summary>
public sealed class OfferTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task An_owner_says_who_receives_it_and_what_for_and_switches_it_on_for_a_petition()
    {
        var (stage, owner) = await OwnerAsync();
        var page = await owner.GetAsync($"/{stage.Organisation.Slug}/desk/giving");
        Assert.Equal("none", page.Html.QuerySelector("#account-state")!.GetAttribute("data-state"));

        page = await owner.SubmitAsync(page, "#offer", [.. Filled(), ("Password", People.Password)]);
        Assert.Contains("done=saved", page.Address.Query, StringComparison.Ordinal);
        await owner.SubmitAsync(page, $"form[action$='/campaigns/{stage.Campaign.Id}']");

        var (settings, on) = await host.InDonationsAsync(stage.Organisation.Id, async db => (await db.Settings.SingleAsync(), await db.Campaigns.SingleAsync()));
        Assert.Equal(("Harbour Fund", "Pays for the court."), (settings.PurposeIn("fr")!.Recipient, settings.PurposeIn("en")!.Purpose));
        var terms = Assert.Single(settings.Currencies);
        Assert.Equal(("eur", 200L, 50_000L, 10_000L), (terms.Currency, terms.Minimum, terms.Maximum, terms.SecondPersonAbove));
        Assert.Equal([500L, 1250L], terms.Suggested);
        Assert.True(on.On);
        Assert.True(await host.InDbAsync(stage.Organisation.Id, db => db.Audit.AnyAsync(a => a.TenantId == stage.Organisation.Id && a.Action == "giving.campaign-on" && a.CampaignId == stage.Campaign.Id && a.Actor != null)));
    }

    [Theory]
    [InlineData("Purposes[0].Purpose", "", "Purposes_0__Purpose-error")]
    [InlineData("Purposes[0].Recipient", "", "Purposes_0__Recipient-error")]
    [InlineData("Currencies[0].Minimum", "0", "Currencies_0__Minimum-error")]
    [InlineData("Currencies[0].Maximum", "1", "Currencies_0__Maximum-error")]
    [InlineData("Currencies[0].Suggested", "5 9999", "Currencies_0__Suggested-error")]
    [InlineData("Currencies[0].Currency", "xxx", "Currencies_0__Currency-error")]
    [InlineData("Password", "wrong", "Password-error")]
    [InlineData("Password", "", "Password-error")]
    public async Task What_is_missing_or_wrong_is_said_at_its_field_and_nothing_is_kept(string field, string value, string error)
    {
        var (stage, owner) = await OwnerAsync();
        var page = await owner.GetAsync($"/{stage.Organisation.Slug}/desk/giving");

        page = await owner.SubmitAsync(page, "#offer", [.. Filled(), ("Password", People.Password), (field, value)]);

        Assert.NotNull(page.Html.GetElementById(error));
        Assert.Contains("Harbour Fund", field.EndsWith("Recipient", StringComparison.Ordinal) ? "Harbour Fund" : page.Source, StringComparison.Ordinal);
        Assert.DoesNotContain(People.Password, page.Source, StringComparison.Ordinal);
        Assert.False(await host.InDonationsAsync(stage.Organisation.Id, db => db.Settings.AnyAsync()));
    }

    [Fact]
    public async Task Languages_the_organisation_writes_in_stand_first_and_others_are_open_where_something_is_written_or_wrong()
    {
        var (stage, owner) = await OwnerAsync();
        await host.CampaignAsync(stage.Organisation, stage.Organiser, CampaignStatus.Published, c => c.Language = "tr");
        var page = await owner.GetAsync($"/{stage.Organisation.Slug}/desk/giving");
        Assert.Equal(["en", "tr"], Languages(page).Take(2));
        Assert.Equal(8, Languages(page).Distinct().Count());
        Assert.Equal(["en", "tr"], Languages(page, "[open]"));

        string[] rows = ["Recipient", "Purpose"];
        var (german, french) = (Row(page, "de"), Row(page, "fr"));
        page = await owner.SubmitAsync(page, "#offer", [.. Filled(), .. rows.Select(row => ($"{german}.{row}", (string?)"Etwas")), ($"{french}.Recipient", "Quelqu'un"), ("Password", People.Password)]);
        Assert.Equal(["de", "en", "fr", "tr"], Languages(page, "[open]").Order(StringComparer.Ordinal));
        Assert.NotNull(page.Html.QuerySelector("details[data-language=fr] [id$=Purpose-error]"));
        Assert.Equal("Etwas", page.Html.QuerySelector("details[data-language=de] textarea")!.TextContent.Trim());
    }

    private static IEnumerable<string> Languages(Page page, string which = "") => page.Html.QuerySelectorAll($"details[data-language]{which}").Select(row => row.GetAttribute("data-language")!);

    private static string Row(Page page, string language) =>
        page.Html.QuerySelector($"details[data-language={language}] input[type=hidden]")!.GetAttribute("name")!.Replace(".Language", "", StringComparison.Ordinal);

    [Fact]
    public async Task Editors_see_the_gifts_and_not_the_settings()
    {
        var (stage, _) = await OwnerAsync();
        var (editor, _) = await host.MemberAsync(stage.Organisation, MemberRole.Editor);
        var (viewer, _) = await host.MemberAsync(stage.Organisation, MemberRole.Viewer);

        Assert.Equal(HttpStatusCode.NotFound, (await editor.GetAsync($"/{stage.Organisation.Slug}/desk/giving")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await editor.GetAsync($"/{stage.Organisation.Slug}/desk/giving/account")).Status);
        Assert.Equal(HttpStatusCode.OK, (await editor.GetAsync($"/{stage.Organisation.Slug}/desk/gifts")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await viewer.GetAsync($"/{stage.Organisation.Slug}/desk/gifts")).Status);
        Assert.NotNull((await editor.GetAsync($"/{stage.Organisation.Slug}/desk")).Html.QuerySelector($"a[href='/{stage.Organisation.Slug}/desk/gifts']"));
    }

    private async Task<(Stage Stage, Visitor Owner)> OwnerAsync()
    {
        var stage = await Stage.SetAsync(host, with: c => c.ClosesAt = TimeProvider.System.GetUtcNow().AddDays(60));
        var owner = await host.UserAsync();
        await host.JoinAsync(owner, stage.Organisation);
        return (stage, await host.AtDeskAsync(owner));
    }

    private static (string Name, string? Value)[] Filled() =>
    [
        ("Purposes[0].Recipient", "Harbour Fund"), ("Purposes[0].Purpose", "Pays for the court."), ("Currencies[0].Currency", "eur"), ("Currencies[0].Suggested", "5 12.50"),
        ("Currencies[0].Minimum", "2"), ("Currencies[0].Maximum", "500"), ("Currencies[0].SecondPersonAbove", "100"),
    ];
}
