using Platform.Browser.Tests.Browsing;
using Platform.Testing.Data;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Platform.Browser.Tests.Journeys;

/// <summary>Reasons: read, thanked, chosen to stand first.</summary>
public sealed class VoiceJourneys(Site site)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_press_thanks_with_and_without_scripts(bool scripts)
    {
        var stage = await SpokenAsync();
        await using var tab = await Tab.OpenAsync(site, Tab.Phone, scripts: scripts);
        await tab.GoAsync(stage.Path);
        var button = tab["#reason-1 form .btn"];
        if (scripts)
        {
            await button.ClickAsync();
            await Expect(button).ToHaveTextAsync("Thanked");
            Assert.Equal(stage.Path, tab.Path);
        }
        else
        {
            await tab.PressAsync("#reason-1 form .btn");
            Assert.Equal(stage.Path + "/reasons", tab.Path);
        }

        await Expect(tab["#reason-1 [role=status]"]).ToHaveTextAsync("1 thanks");
        Assert.Empty(await tab.Context.CookiesAsync());
        tab.WasQuiet();
    }

    [Fact]
    public async Task An_organiser_puts_a_reason_first_and_everybody_sees_it_there()
    {
        var stage = await SpokenAsync();
        await site.JoinAsync(stage.Organiser, stage.Organisation);
        await using var tab = await Tab.OpenAsync(site, user: stage.Organiser);
        await tab.GoAsync($"/{stage.Organisation.Slug}/desk/campaigns/{stage.Campaign.Id}");
        await tab.PressAsync(".tabs a[href$='/reasons']");
        await tab.PressAsync(".voices li:has-text('Said first.') .btn");
        await Expect(tab["main section:first-of-type blockquote"]).ToHaveTextAsync("Said first.");

        await using var reader = await Tab.OpenAsync(site, Tab.Phone);
        await reader.GoAsync(stage.Path);
        await Expect(reader[".voices li:first-child"]).ToContainTextAsync("Said first.");
        await Expect(reader[".voices li:first-child .label"]).ToHaveTextAsync("Chosen by the organisers");
    }

    private async Task<Stage> SpokenAsync()
    {
        var stage = await Stage.SetAsync(site);
        foreach (var reason in new[] { "Said first.", "Said last." })
        {
            await site.ConfirmedSignersAsync(stage.Campaign, 1, new SignerSpec { Reason = reason });
        }

        return stage;
    }
}
