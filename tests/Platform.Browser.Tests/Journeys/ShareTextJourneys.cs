using Platform.Browser.Tests.Browsing;
using Platform.Browser.Tests.Pages;
using Platform.Testing.Data;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Platform.Browser.Tests.Journeys;

/// <summary>Words for a share: written by an organiser on a phone, taken on by signers, compared, decided.</summary>
public sealed class ShareTextJourneys(Site site)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_organiser_offers_two_texts_a_signer_passes_one_on_and_somebody_comes_by_it(bool scripts)
    {
        var stage = await Stage.SetAsync(site);
        await site.JoinAsync(stage.Organiser, stage.Organisation);
        await using var desk = scripts ? await Soundness.OpenAsync(site, stage.Organiser) : await Tab.OpenAsync(site, Tab.Phone, scripts: false, user: stage.Organiser);
        await desk.GoAsync($"/{stage.Organisation.Slug}/desk/campaigns/{stage.Campaign.Id}/sharing");
        await desk.PressAsync("#texts .btn");
        await desk.PressAsync("#texts-en .btn");
        await desk["#Words_0_"].FillAsync("Kavoos is my neighbour: www.elsewhere.example");
        await desk.PressAsync("#share-texts button");
        await Expect(desk["#Words_0_-error"]).ToBeVisibleAsync();
        await CheckAsync(desk, scripts);
        await desk["#Words_0_"].FillAsync("Kavoos is my neighbour");
        await desk["#Words_1_"].FillAsync("Eleven years here, and now this");
        await desk.PressAsync("#share-texts button");
        await Expect(desk["[data-verdict=too-early]"]).ToBeVisibleAsync();

        // The first signer's turn is the second text's.
        var first = $"first-{scripts}@share.example".ToLowerInvariant();
        await stage.SignAsync(site.Visitor(), "Maxine Kowalski", first);
        await using var signer = await Tab.OpenAsync(site, Tab.Phone, scripts: scripts);
        await signer.FollowAsync(await site.Mail.WaitAsync(first), "/confirm/");
        await signer.PressAsync("main form .btn");
        var link = new Uri((await signer[".share a[href*='wa.me']"].GetAttributeAsync("href"))!);
        var message = Uri.UnescapeDataString(link.Query["?text=".Length..]);
        Assert.StartsWith("Eleven years here, and now this http", message, StringComparison.Ordinal);

        // Somebody gets that message, follows the link and signs.
        await using var friend = await Tab.OpenAsync(site, Tab.Phone, scripts: scripts);
        await friend.GoAsync(message[message.IndexOf("http", StringComparison.Ordinal)..]);
        await friend[".bar .btn"].ClickAsync();
        await friend["#Name"].FillAsync("Jon Mayer");
        var second = $"second-{scripts}@share.example".ToLowerInvariant();
        await friend["#Email"].FillAsync(second);
        await friend.PressAsync("#sign .btn--wide");
        await friend.FollowAsync(await site.Mail.WaitAsync(second), "/confirm/");
        await friend.PressAsync("main form .btn");

        await desk.GoAsync(desk.Path);
        await Expect(desk["#text-2"]).ToContainTextAsync("1 signature came through it");
        await Expect(desk["#text-2"]).ToContainTextAsync("WhatsApp 1");
        await CheckAsync(desk, scripts);
        await desk.PressAsync("#text-2 form .btn");
        await Expect(desk["#texts-en > .muted"]).ToContainTextAsync("This text goes with every share");
        await CheckAsync(desk, scripts);
        signer.WasQuiet();
        friend.WasQuiet();
    }

    private static Task CheckAsync(Tab tab, bool scripts) => scripts ? Soundness.CheckAsync(tab) : Task.CompletedTask;
}
