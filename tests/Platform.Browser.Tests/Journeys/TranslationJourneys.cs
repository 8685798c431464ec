using Microsoft.EntityFrameworkCore;
using Platform.Browser.Tests.Browsing;
using Platform.Browser.Tests.Pages;
using Platform.Core.Access;
using Platform.Testing.Data;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Platform.Browser.Tests.Journeys;

/// <summary>A petition that is public in English learns French: from the organiser over the moderator to somebody who signs it.</summary>
public sealed class TranslationJourneys(Site site)
{
    private const string French = "Ramenez Kavoos chez lui";

    [Fact]
    public async Task An_organiser_adds_a_language_a_moderator_lets_it_through_and_somebody_signs_in_it()
    {
        var stage = await Stage.SetAsync(site);
        await site.JoinAsync(stage.Organiser, stage.Organisation);
        await using var organiser = await Soundness.OpenAsync(site, stage.Organiser);
        await organiser.GoAsync($"/{stage.Organisation.Slug}/desk/campaigns/{stage.Campaign.Id}/texts");
        await organiser["#language"].SelectOptionAsync("fr");
        await organiser.PressAsync("#add-language .btn");
        await organiser["#Title"].FillAsync(French);
        await organiser["#Demand"].FillAsync("Rouvrez son dossier.");
        await organiser["#Body"].FillAsync("Il vit ici depuis **onze ans**.");
        await organiser.PressAsync("#text .btn:not(.btn--quiet)");
        await Expect(organiser[".tag--submitted"]).ToHaveCountAsync(1);
        await Soundness.CheckAsync(organiser);

        // Nothing of it is public, and the petition goes on.
        await using var reader = await Tab.OpenAsync(site, language: "fr");
        await reader.GoAsync(stage.Path + "?lang=fr");
        await Expect(reader["h1"]).ToHaveTextAsync("Bring Kavoos home");
        await Expect(reader["link[hreflang=fr]"]).ToHaveCountAsync(0);

        await using var moderator = await Tab.OpenAsync(site, user: await site.UserAsync(role: PlatformRole.Moderator));
        await moderator.GoAsync("/admin/corrections");
        await moderator.PressAsync($"a[href$='/{stage.Campaign.Id}/fr/2']");
        await Expect(moderator[".split"]).ToContainTextAsync("Bring Kavoos home");
        await moderator.ArriveAsync(() => moderator.Page.Keyboard.PressAsync("a"));
        await Expect(moderator[$"a[href$='/{stage.Campaign.Id}/fr/2']"]).ToHaveCountAsync(0);

        await reader.GoAsync(stage.Path);
        await Expect(reader["h1"]).ToHaveTextAsync("Bring Kavoos home");
        await reader.PressAsync("main nav a[hreflang=fr]");
        await Expect(reader["h1"]).ToHaveTextAsync(French);
        await Expect(reader["link[hreflang=fr]"]).ToHaveCountAsync(1);
        await reader["#Name"].FillAsync("Maxine Kowalski");
        await reader["#Email"].FillAsync("maxine@en-francais.example");
        await reader.PressAsync("#sign .btn--wide");
        await reader.FollowAsync(await site.Mail.WaitAsync("maxine@en-francais.example", French), "/confirm/");
        await reader.PressAsync("main form .btn");
        await stage.SignAsync(site.Visitor(), "Ada Byron", "ada@in-english.example");
        await stage.ConfirmAsync(site.Visitor(), "ada@in-english.example");

        Assert.Equal([("Maxine Kowalski", "fr", 2, 1), ("Ada Byron", "en", 1, 2)], await site.InDbAsync(stage.Organisation.Id, async db =>
            (await db.Signatures.Where(s => s.CampaignId == stage.Campaign.Id).OrderBy(s => s.Number).ToListAsync()).Select(s => (s.Name, s.Language, s.TextVersion, (int)s.Number!)).ToList()));
        Assert.Equal(2, await stage.CountAsync());
        organiser.WasQuiet();
        moderator.WasQuiet();
        reader.WasQuiet();
    }
}
