using System.Net;
using Platform.Petitions.Campaigns;
using Platform.Testing.Data;
using Xunit;

namespace Platform.Petitions.Tests.CampaignPage;

public sealed class PageLanguageTests(PublicWorld world) : IClassFixture<PublicWorld>
{
    [Fact]
    public async Task One_petition_in_three_languages_has_one_count_and_names_its_translations()
    {
        var campaign = await TranslatedAsync();
        await world.ConfirmedSignersAsync(campaign, 2271);
        foreach (var (query, title, count) in new[] { ("", "Bring Kavoos home", "2,271"), ("?lang=fr", "Ramenez Kavoos", "2\u202f271"), ("?lang=fa", "کاووس را برگردانید", "۲٬۲۷۱") })
        {
            var page = await world.Visitor().GetAsync(world.AddressOf(campaign) + query);
            Assert.Equal((title, count), (page.One("h1"), page.One(".count > span")));
            Assert.Equal(["x-default", "en", "fa", "fr"], page.Html.QuerySelectorAll("link[hreflang]").Select(l => l.GetAttribute("hreflang")));
        }
    }

    [Fact]
    public async Task Persian_runs_from_right_to_left_with_its_own_digits()
    {
        var page = await world.Visitor().GetAsync(world.AddressOf(await TranslatedAsync()) + "?lang=fa");
        Assert.Equal(("fa", "rtl"), (page.Html.DocumentElement.GetAttribute("lang"), page.Html.DocumentElement.GetAttribute("dir")));
        Assert.DoesNotMatch("[0-9]", page.One(".goal-note")!);
        Assert.EndsWith("?lang=fa", page.Html.QuerySelector("link[rel=canonical]")!.GetAttribute("href")!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_wish_the_page_speaks_the_campaigns_language_whatever_the_browser_prefers()
    {
        var campaign = await world.CampaignAsync(with: c => c.Language = "fr");
        using var request = new HttpRequestMessage(HttpMethod.Get, world.AddressOf(campaign));
        request.Headers.AcceptLanguage.ParseAdd("fa");
        var response = await world.Visitor().Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(["fr"], response.Content.Headers.ContentLanguage);
    }

    [Fact]
    public async Task A_text_in_another_language_than_the_page_says_its_own()
    {
        var page = await world.Visitor().GetAsync(world.AddressOf(await world.CampaignAsync()) + "?lang=fa");
        Assert.Equal("fa", page.Html.DocumentElement.GetAttribute("lang"));
        Assert.Equal(("en", "ltr"), (page.Html.QuerySelector(".prose")!.GetAttribute("lang"), page.Html.QuerySelector(".prose")!.GetAttribute("dir")));
    }

    [Fact]
    public async Task Cards_have_title_description_and_address()
    {
        var campaign = await world.CampaignAsync();
        var page = await world.Visitor().GetAsync(world.AddressOf(campaign));
        string? Meta(string name) => page.Html.QuerySelector($"meta[property='og:{name}']")?.GetAttribute("content");
        Assert.Equal(("Bring Kavoos home", "Reopen his case and let him stay.", "http://localhost" + world.AddressOf(campaign)), (Meta("title"), Meta("description"), Meta("url")));
    }

    [Fact]
    public async Task A_former_address_leads_to_the_present_one_for_ever()
    {
        var campaign = await world.CampaignAsync(with: c => c.Slug = "before-the-move");
        await world.ChangeAsync(campaign, c => c.Rename("after-the-move"));
        var response = await world.Visitor().RawAsync($"/{world.Organisation.Slug}/before-the-move");
        Assert.Equal((HttpStatusCode.MovedPermanently, $"/{world.Organisation.Slug}/after-the-move"), (response.StatusCode, response.Headers.Location!.ToString()));
    }

    private Task<Campaign> TranslatedAsync() => world.CampaignAsync(with: c =>
    {
        c.Translations.Add(("fr", "Ramenez Kavoos", "Rouvrez son dossier.", "Il vit ici."));
        c.Translations.Add(("fa", "کاووس را برگردانید", "پرونده‌اش را دوباره باز کنید.", "او این‌جا زندگی می‌کند."));
    });
}
