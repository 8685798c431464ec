using Platform.Browser.Tests.Browsing;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Platform.Browser.Tests.Journeys;

/// <summary>From "Start a petition" to "In review" on a phone, by somebody who has no account yet.</summary>
public sealed class OrganiserJourneys(Site site)
{
    private static readonly DateOnly InAMonth = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(30);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Somebody_new_writes_a_petition_and_submits_it(bool scripts)
    {
        var email = $"robin-{scripts}@mail.example".ToLowerInvariant();
        await using var tab = await Tab.OpenAsync(site, Tab.Phone, scripts: scripts);
        await RegisterAsync(tab, email);

        await tab.PressAsync(".top a.go");
        await tab["#Name"].FillAsync($"Library friends {(scripts ? "One" : "Two")}");
        await tab.PressAsync("#found .btn");

        await tab["#Title"].FillAsync("Let the library open on Sundays");
        await tab.PressAsync("#step [value=next]");
        await tab["#People_0__Office"].FillAsync("Mayor");
        await tab["#People_0__Name"].FillAsync("Ada Lane");
        await tab.PressAsync("#step [value=stay]");
        await tab["#People_1__Office"].FillAsync("City Council");
        await tab.PressAsync("#step [value=next]");

        await tab["#Demand"].FillAsync("Open it on Sundays.");
        if (scripts)
        {
            // Seen as readers will see it, and kept, without pressing anything.
            await tab.Page.RunAndWaitForResponseAsync(
                () => tab["#Body"].FillAsync("Because **families** are free on Sundays."),
                answer => answer.Url.EndsWith("/autosave", StringComparison.Ordinal) && answer.Request.PostData?.Contains("families", StringComparison.Ordinal) == true);
            await Expect(tab["#preview strong"]).ToHaveTextAsync("families");
            await Expect(tab["[data-saved]"]).ToHaveAttributeAsync("data-state", "saved");
            await tab.ArriveAsync(() => tab.Page.ReloadAsync());
            await Expect(tab["#Body"]).ToHaveValueAsync("Because **families** are free on Sundays.");
        }
        else
        {
            await tab["#Body"].FillAsync("Because **families** are free on Sundays.");
        }

        await tab.PressAsync("#step [value=next]");
        await tab["#Picture"].SetInputFilesAsync(new Microsoft.Playwright.FilePayload { Name = "sign.png", MimeType = "image/png", Buffer = await PictureAsync() });
        await tab["#Alt"].FillAsync("The library's closed door");
        await tab.PressAsync("#step [value=next]");
        await tab["#Goal"].FillAsync("5,000");
        await tab["#ClosesOn"].FillAsync(InAMonth.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        await tab["#TimeZone"].SelectOptionAsync("America/Toronto");
        await tab.PressAsync("#step [value=next]");

        await Expect(tab["section[aria-label^='The petition'] h1"]).ToHaveTextAsync("Let the library open on Sundays");
        await Expect(tab["section[aria-label^='The petition'] .prose strong"]).ToHaveTextAsync("families");
        await Expect(tab["section[aria-label^='The petition'] .figure img"]).ToHaveAttributeAsync("alt", "The library's closed door");
        await tab.PressAsync("#submit .btn");
        await Expect(tab["h1 >> visible=true"]).ToHaveTextAsync("Let the library open on Sundays");
        await Expect(tab[".tag--submitted"]).ToHaveTextAsync("In review");
        await site.Mail.WaitAsync(email, "Received");
        tab.WasQuiet();
    }

    /// <summary>Through "Start a petition" of the front page, the mail's link and the sign-in page.</summary>
    private async Task RegisterAsync(Tab tab, string email)
    {
        await tab.GoAsync("/");
        await tab.PressAsync(".top a.go");
        await tab["#Name"].FillAsync("Robin Maker");
        await tab["#Email"].FillAsync(email);
        await tab["#Password"].FillAsync("password");
        await tab.PressAsync("#register .btn");

        // Too common; the rest of what was typed stays.
        await Expect(tab["#Password-error"]).ToBeVisibleAsync();
        await Expect(tab["#Email"]).ToHaveValueAsync(email);
        await tab["#Password"].FillAsync("correct horse battery");
        await tab.PressAsync("#register .btn");
        await Expect(tab[".address"]).ToHaveTextAsync(email);
        await tab.FollowAsync(await site.Mail.WaitAsync(email), "/account/confirm/");
        await tab.PressAsync("#confirm .btn");
        await tab["#Email"].FillAsync(email);
        await tab["#Password"].FillAsync("correct horse battery");
        await tab.PressAsync("#sign-in .btn");
        await tab.GoAsync("/");
    }

    /// <summary>Any picture: the site's own page, as the browser sees it.</summary>
    private async Task<byte[]> PictureAsync()
    {
        await using var tab = await Tab.OpenAsync(site, 800);
        await tab.GoAsync("/about/rules");
        return await tab.Page.ScreenshotAsync();
    }
}
