using Microsoft.Playwright;
using Platform.Browser.Tests.Browsing;
using Platform.Testing.Data;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Platform.Browser.Tests.Journeys;

/// <summary>Signing as people do it: mostly on a phone, some without scripts, some in Persian, some by keyboard.</summary>
public sealed class SigningJourneys(Site site)
{
    [Theory]
    [InlineData("en", true, "link")]
    [InlineData("en", false, "code")]
    [InlineData("fa", true, "code")]
    [InlineData("fa", false, "link")]
    public async Task Somebody_signs_on_a_phone_and_confirms(string language, bool scripts, string by)
    {
        var stage = await SetAsync();
        await site.ConfirmedSignersAsync(stage.Campaign, 41);
        var email = $"maxine-{language}-{by}@mail.example";
        await using var tab = await Tab.OpenAsync(site, Tab.Phone, language, scripts);
        await tab.GoAsync($"{stage.Path}?lang={language}");
        await Expect(tab["html"]).ToHaveAttributeAsync("dir", language == "fa" ? "rtl" : "ltr");
        await Expect(tab["#Name"]).ToBeHiddenAsync();

        // The button within reach of the thumb opens the form in place.
        await tab[".bar .btn"].ClickAsync();
        await Expect(tab["#Name"]).ToBeInViewportAsync();
        if (scripts)
        {
            await Expect(tab["#Name"]).ToBeFocusedAsync();
        }

        await tab["#Name"].FillAsync("Maxine Kowalski");
        await tab["#Email"].FillAsync("maxine@");
        await tab["#ShowName"].CheckAsync();
        await tab.PressAsync("#sign .btn--wide");

        // What is wrong is said above, which takes focus, and at the field; what was typed is still there.
        await Expect(tab[".errors"]).ToBeFocusedAsync();
        await Expect(tab[".errors li"]).ToHaveCountAsync(1);
        await Expect(tab["#Email-error"]).ToBeVisibleAsync();
        await Expect(tab["#Name"]).ToHaveValueAsync("Maxine Kowalski");
        await Expect(tab["#Email"]).ToHaveValueAsync("maxine@");
        await Expect(tab["#ShowName"]).ToBeCheckedAsync();
        await tab["#Email"].FillAsync(email);
        await tab.PressAsync("#sign .btn--wide");

        Assert.EndsWith("/check", tab.Path, StringComparison.Ordinal);
        await Expect(tab[".address"]).ToHaveTextAsync(email);
        var mail = await site.Mail.WaitAsync(email);
        if (by == "link")
        {
            await tab.FollowAsync(mail, "/confirm/");
            await tab.PressAsync("main form .btn");
        }
        else
        {
            await tab["#Code"].FillAsync(mail.Code!);
            await tab.PressAsync("form[action$='/code'] .btn");
        }

        await Expect(tab["html"]).ToHaveAttributeAsync("lang", language);
        await Expect(tab["h1"]).ToContainTextAsync(language == "fa" ? "۴۲" : "42");
        await Expect(tab[".lines__name"]).ToHaveTextAsync("Maxine K.");
        await Expect(tab[".share a[href^='https://wa.me/']"]).ToBeVisibleAsync();
        await tab.GoAsync($"{stage.Path}?lang={language}");
        await Expect(tab["[data-count] > span"].First).ToHaveTextAsync(language == "fa" ? "۴۲" : "42");
        await Expect(tab[".lines > li:nth-child(2) .lines__name"]).ToHaveTextAsync("Maxine K.");
        tab.WasQuiet();
    }

    [Fact]
    public async Task Somebody_signs_with_the_keyboard_alone()
    {
        var stage = await SetAsync();
        await using var tab = await Tab.OpenAsync(site);
        await tab.GoAsync(stage.Path);
        var keys = tab.Page.Keyboard;

        // The first stop of every page leads past its navigation.
        await keys.PressAsync("Tab");
        await Expect(tab[".skip"]).ToBeFocusedAsync();
        await Expect(tab[".skip"]).ToBeInViewportAsync();
        await keys.PressAsync("Enter");
        await Expect(tab["#main"]).ToBeFocusedAsync();
        await ReachAsync(tab, "#Name");
        await keys.TypeAsync("Maxine Kowalski");
        await ReachAsync(tab, "#Email");
        await keys.TypeAsync("keys@mail.example");
        await ReachAsync(tab, "#sign summary");
        await keys.PressAsync("Enter");
        await ReachAsync(tab, "#Reason");
        await keys.TypeAsync("He is my neighbour.");
        await ReachAsync(tab, "#ShowName");
        await keys.PressAsync("Space");
        await ReachAsync(tab, "#sign .btn--wide");
        await tab.ArriveAsync(() => keys.PressAsync("Enter"));
        await tab.FollowAsync(await site.Mail.WaitAsync("keys@mail.example"), "/confirm/");
        await ReachAsync(tab, "main form .btn");
        await tab.ArriveAsync(() => keys.PressAsync("Enter"));
        await Expect(tab["h1"]).ToContainTextAsync("1");
        await Expect(tab[".lines__name"]).ToHaveTextAsync("Maxine K.");
        tab.WasQuiet();
    }

    private Task<Stage> SetAsync() => Stage.SetAsync(site, with: spec => spec.Translations.Add(
        ("fa", "کاووس را به خانه برگردانید", "پرونده‌اش را دوباره باز کنید و بگذارید بماند.", "کاووس **یازده سال** است که اینجا زندگی می‌کند.")));

    /// <summary>Presses Tab until an element has focus; whoever cannot get there cannot sign.</summary>
    private static async Task ReachAsync(Tab tab, string selector)
    {
        for (var presses = 0; presses < 60; presses++)
        {
            if (await tab.Page.EvaluateAsync<bool>("selector => document.activeElement?.matches(selector) ?? false", selector))
            {
                return;
            }

            await tab.Page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"{selector} is not reached by Tab.");
    }
}
