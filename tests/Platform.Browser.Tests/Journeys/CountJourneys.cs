using Platform.Browser.Tests.Browsing;
using Platform.Testing.Data;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Platform.Browser.Tests.Journeys;

/// <summary>What open pages and mailboxes see when somebody else signs.</summary>
public sealed class CountJourneys(Site site)
{
    [Fact]
    public async Task The_hundredth_signature_moves_the_open_page_the_goal_and_the_timeline_and_the_organiser_is_told()
    {
        var stage = await Stage.SetAsync(site);
        await site.ConfirmedSignersAsync(stage.Campaign, 99);
        await using var watching = await Tab.OpenAsync(site, Tab.Phone);
        await watching.GoAsync(stage.Path);
        await Expect(watching["[data-count] > span"].First).ToHaveTextAsync("99");
        await Expect(watching[".goal-note"]).ToContainTextAsync("100");

        var visitor = site.Visitor();
        await stage.SignAsync(visitor, "Maxine Kowalski", "hundredth@mail.example", ("ShowName", "true"));
        await stage.ConfirmAsync(visitor, "hundredth@mail.example");

        // Nobody touched the open page.
        await Expect(watching["[data-count] > span"].First).ToHaveTextAsync("100");
        await Expect(watching[".bar b"]).ToHaveTextAsync("100");
        await Expect(watching[".lines > li:nth-child(2) .lines__name"]).ToHaveTextAsync("Maxine K.");
        await Expect(watching[".goal-note"]).ToContainTextAsync("250");

        await site.Mail.WaitAsync(stage.Organiser.Email!, "100");
        await watching.GoAsync(stage.Path);
        await Expect(watching[".timeline"]).ToContainTextAsync("100");
        watching.WasQuiet();
    }

    [Fact]
    public async Task A_signer_hides_the_name_and_leaves_by_the_link_in_the_mail()
    {
        var stage = await Stage.SetAsync(site);
        await site.ConfirmedSignersAsync(stage.Campaign, 41);
        var visitor = site.Visitor();
        await stage.SignAsync(visitor, "Maxine Kowalski", "leaving@mail.example", ("ShowName", "true"));
        await stage.ConfirmAsync(visitor, "leaving@mail.example");

        await using var tab = await Tab.OpenAsync(site, Tab.Phone);
        await tab.GoAsync(stage.Path);
        await Expect(tab[".lines > li:nth-child(2) .lines__name"]).ToHaveTextAsync("Maxine K.");
        var mail = await site.Mail.WaitAsync("leaving@mail.example", "Counted");
        await tab.FollowAsync(mail, "/mine/");
        await tab.PressAsync("form[action$='/hidden'] .btn");
        await Expect(tab[".notice--ok"]).ToBeVisibleAsync();
        await tab.GoAsync(stage.Path);
        await Expect(tab[".lines > li:nth-child(2) .lines__name"]).ToHaveTextAsync("Someone");

        await tab.FollowAsync(mail, "/mine/");
        await tab.PressAsync("form[action$='/withdrawn'] .btn");
        await Expect(tab["form[action$='/withdrawn']"]).ToHaveCountAsync(0);
        await tab.GoAsync(stage.Path);
        await Expect(tab["[data-count] > span"].First).ToHaveTextAsync("41");
        tab.WasQuiet();
    }
}
