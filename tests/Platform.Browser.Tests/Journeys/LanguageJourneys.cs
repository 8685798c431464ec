using Platform.Browser.Tests.Browsing;
using Platform.Browser.Tests.Pages;
using Platform.Core.Text;
using Platform.Testing.Data;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Platform.Browser.Tests.Journeys;

/// <summary>From the front page to a counted signature in each language, on a phone: every page speaks it, runs its way and fits. English and Persian have journeys of their own.</summary>
public sealed class LanguageJourneys(Site site)
{
    public static TheoryData<string> Others => [.. Catalogue.Load().Languages.Select(language => language.Code).Where(code => code is not ("en" or "fa"))];

    [Theory]
    [MemberData(nameof(Others))]
    public async Task Somebody_signs_in_their_own_language(string code)
    {
        var catalogue = Catalogue.Load();
        var words = new Localiser(catalogue) { Language = catalogue.Find(code)! };
        var stage = await Stage.SetAsync(site, with: spec => spec.Language = code);
        await site.ConfirmedSignersAsync(stage.Campaign, 41);
        var email = $"maxine-speaks-{code}@mail.example";
        await using var tab = await Tab.OpenAsync(site, Tab.Phone, code);

        await tab.GoAsync("/");
        await SpeaksAsync(tab, words, words["home.title"]);

        // Times on the page are kept true by the browser, whose digits must be the server's.
        Assert.Equal(words.Formats.Number(59), await tab.Page.EvaluateAsync<string>("() => new Intl.NumberFormat(document.documentElement.lang).format(59)"));
        await tab.GoAsync(stage.Path);
        await SpeaksAsync(tab, words, "Bring Kavoos home");
        await tab[".bar .btn"].ClickAsync();
        await tab["#Name"].FillAsync("Maxine Kowalski");
        await tab["#Email"].FillAsync("maxine@");
        await tab.PressAsync("#sign .btn--wide");
        await Expect(tab["#Email-error"]).ToContainTextAsync(words["error.email"]);
        await SpeaksAsync(tab, words);
        await tab["#Email"].FillAsync(email);
        await tab.PressAsync("#sign .btn--wide");
        await SpeaksAsync(tab, words, words["confirming.check-title"]);

        var mail = await site.Mail.WaitAsync(email);
        Assert.Equal(words["mail.confirm.subject", ("title", "Bring Kavoos home")], mail.Subject);
        await tab.FollowAsync(mail, "/confirm/");
        await SpeaksAsync(tab, words, words["confirming.confirm-title"]);
        await tab.PressAsync("main form .btn");
        await SpeaksAsync(tab, words, words["confirming.signed-title", ("number", 42)]);
        tab.WasQuiet();
    }

    private static async Task SpeaksAsync(Tab tab, Localiser words, string? heading = null)
    {
        await Expect(tab["html"]).ToHaveAttributeAsync("lang", words.Language.Code);
        await Expect(tab["html"]).ToHaveAttributeAsync("dir", words.Language.Direction);
        if (heading is not null)
        {
            await Expect(tab["h1"]).ToHaveTextAsync(heading);
        }

        Assert.Equal("", await Soundness.SpillAsync(tab));
        Assert.Empty(await tab.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.btn')].filter(b => b.scrollWidth > b.clientWidth + 1).map(b => b.textContent)"));
    }
}
