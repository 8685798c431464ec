using Platform.Browser.Tests.Browsing;
using Xunit;

namespace Platform.Browser.Tests.Pages;

/// <summary>Every page of an organiser's desk and of a signed-in person's account.</summary>
public sealed class DeskPages(DeskWalk walk) : IClassFixture<DeskWalk>
{
    private const string Published = "{let-kavoos-stay}";
    private const string Draft = "{trees-of-chaharbagh}";

    [Theory]
    [InlineData("/desk")]
    [InlineData("/desk?start=true")]
    [InlineData("/desk/new")]
    [InlineData("/friends-of-kavoos/desk")]
    [InlineData("/nothing-yet/desk")]
    [InlineData("/friends-of-kavoos/desk/members")]
    [InlineData("/friends-of-kavoos/desk/look")]
    [InlineData("/friends-of-kavoos/desk/domain")]
    [InlineData("/friends-of-kavoos/desk/settings")]
    [InlineData("/friends-of-kavoos/desk/leave")]
    [InlineData("/friends-of-kavoos/desk/giving")]
    [InlineData("/friends-of-kavoos/desk/giving/account")]
    [InlineData("/friends-of-kavoos/desk/gifts")]
    [InlineData("/friends-of-kavoos/desk/campaigns/new")]
    [InlineData(Published)]
    [InlineData(Published + "/edit/details")]
    [InlineData(Published + "/texts")]
    [InlineData(Published + "/texts/en")]
    [InlineData(Published + "/signatures")]
    [InlineData(Published + "/updates")]
    [InlineData(Published + "/updates/draft")]
    [InlineData(Published + "/updates/draft/publication")]
    [InlineData(Published + "/updates/draft/removal")]
    [InlineData(Published + "/milestones")]
    [InlineData(Published + "/reasons")]
    [InlineData(Published + "/sharing")]
    [InlineData(Published + "/sharing/texts")]
    [InlineData(Published + "/sharing/texts/en")]
    [InlineData(Published + "/closure")]
    [InlineData(Published + "/transfer")]
    [InlineData("{keep-the-saturday-classes}")]
    [InlineData("{keep-the-saturday-classes}/outcome")]
    [InlineData("{bibliotheque-du-samedi}")]
    [InlineData("{stop-au-bruit}")]
    [InlineData("{the-rejected-petition}")]
    [InlineData("{the-suspended-petition}")]
    [InlineData("{the-removed-petition}")]
    [InlineData("{the-gathering-petition}")]
    [InlineData("{the-archived-petition}")]
    [InlineData(Draft)]
    [InlineData(Draft + "/edit/title")]
    [InlineData(Draft + "/edit/decision-makers")]
    [InlineData(Draft + "/edit/why")]
    [InlineData(Draft + "/edit/picture")]
    [InlineData(Draft + "/edit/details")]
    [InlineData(Draft + "/edit/preview")]
    [InlineData(Draft + "/draft-links")]
    [InlineData("/account")]
    [InlineData("/account/address")]
    [InlineData("/account/password")]
    [InlineData("/account/second-factor")]
    public Task Every_page_of_the_desk_is_sound(string place) => walk.VisitAsync(walk.AddressOf(place));

    [Theory]
    [InlineData("/desk/new", "#found", "Name")]
    [InlineData("/friends-of-kavoos/desk/campaigns/new", "#step", "Title")]
    [InlineData("{the-changesrequested-petition}/edit/title", "#step", "Title")]
    [InlineData("{the-changesrequested-petition}/edit/decision-makers", "#step", "People_0__Office")]
    [InlineData("{the-changesrequested-petition}/edit/why", "#step", "Demand")]
    [InlineData("{the-changesrequested-petition}/edit/details", "#step", "ClosesOn")]
    [InlineData(Published + "/texts/fr", "#text", "Title")]
    [InlineData(Published + "/updates/emptied", "#update", "Title")]
    [InlineData(Published + "/sharing/texts/en", "#share-texts", "Words_0_")]
    [InlineData("/account", "#profile", "Profile_Name")]
    [InlineData("/account/address", "#address", "Email")]
    [InlineData("/account/password", "#password", "Current")]
    [InlineData("/account/second-factor", "#second-factor", "Code")]
    public async Task A_form_with_errors_is_sound(string place, string form, string field)
    {
        await walk.Tab.GoAsync(walk.AddressOf(place));
        await walk.Tab[$"{form} #{field}"].FillAsync("");
        await walk.Tab.PressAsync($"{form} button.btn:not(.btn--quiet)");
        await ErrorsAsync(walk.Tab, field);
    }

    private static async Task ErrorsAsync(Tab tab, string field)
    {
        await Microsoft.Playwright.Assertions.Expect(tab[$"#{field}-error"]).ToBeVisibleAsync();
        Assert.StartsWith("Error: ", await tab.Page.TitleAsync(), StringComparison.Ordinal);
        await Soundness.CheckAsync(tab);
    }
}
