using Platform.Browser.Tests.Browsing;
using Platform.Core.Access;
using Platform.Petitions.Campaigns;
using Platform.Testing.Data;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Platform.Browser.Tests.Journeys;

/// <summary>A moderator's day: second factor, an inbox worked by keyboard, and what it causes outside.</summary>
public sealed class ModeratorJourneys(Site site)
{
    [Fact]
    public async Task A_moderator_works_the_queue_by_keyboard_and_the_petition_is_public()
    {
        var stage = await Stage.SetAsync(site, CampaignStatus.Submitted, spec => spec.Title = "Keep the harbour ferry");
        await using var stranger = await Tab.OpenAsync(site);
        Assert.Equal(404, (await stranger.GoAsync(stage.Path)).Status);
        await using var tab = await Tab.OpenAsync(site);
        await SignInAsync(tab);
        await OpenByKeysAsync(tab, "Keep the harbour ferry");

        // Taken back once, then decided.
        await tab.ArriveAsync(() => tab.Page.Keyboard.PressAsync("a"));
        await Expect(tab[".undo [role=status]"]).ToContainTextAsync("Keep the harbour ferry");
        await tab.PressAsync(".undo .btn");
        await Expect(tab["[data-queue] li[aria-current=true]"]).ToContainTextAsync("Keep the harbour ferry");
        Assert.Equal(404, (await stranger.GoAsync(stage.Path)).Status);

        await tab.GoAsync("/admin/queue");
        await OpenByKeysAsync(tab, "Keep the harbour ferry");
        await tab.ArriveAsync(() => tab.Page.Keyboard.PressAsync("a"));
        await Expect(tab[".undo"]).ToBeVisibleAsync();
        var mail = await site.Mail.WaitAsync(stage.Organiser.Email!);
        Assert.Contains("Keep the harbour ferry", mail.Subject, StringComparison.Ordinal);
        Assert.Equal(200, (await stranger.FollowAsync(mail, stage.Path)).Status);
        await Expect(stranger["h1"]).ToHaveTextAsync("Keep the harbour ferry");
        await Expect(tab[".undo"]).ToHaveCountAsync(0);
        tab.WasQuiet();
        stranger.WasQuiet();
    }

    [Fact]
    public async Task Rejecting_by_keyboard_needs_a_reason_and_tells_the_organiser()
    {
        var stage = await Stage.SetAsync(site, CampaignStatus.Submitted, spec => spec.Title = "Do something about my neighbour");
        var moderator = await site.UserAsync(role: PlatformRole.Moderator);
        await using var tab = await Tab.OpenAsync(site, user: moderator);
        await tab.GoAsync("/admin/queue");
        await OpenByKeysAsync(tab, "Do something about my neighbour");
        var keys = tab.Page.Keyboard;
        await keys.PressAsync("r");
        await Expect(tab["details[open] .choices"]).ToBeVisibleAsync();

        await tab.PressAsync("details[open] .btn--danger");
        await Expect(tab[".notice--danger"]).ToBeVisibleAsync();
        await tab["details[open] input[name=Reason]"].First.CheckAsync();
        await tab["#reject-text"].FillAsync("Please talk to them first.");
        await tab.PressAsync("details[open] .btn--danger");
        await Expect(tab[".undo"]).ToBeVisibleAsync();
        var mail = await site.Mail.WaitAsync(stage.Organiser.Email!);
        Assert.Contains("Please talk to them first.", mail.Text, StringComparison.Ordinal);
        tab.WasQuiet();
    }

    /// <summary>With password and authenticator, as staff must.</summary>
    private async Task SignInAsync(Tab tab)
    {
        var moderator = await site.UserAsync("Mona Moderator", PlatformRole.Moderator);
        await tab.GoAsync("/admin/queue");
        await tab["#Email"].FillAsync(moderator.Email!);
        await tab["#Password"].FillAsync(People.Password);
        await tab.PressAsync("#sign-in .btn");
        await tab["#Code"].FillAsync(await site.CodeAsync(moderator));
        await tab.PressAsync("#code-step .btn");
        Assert.Equal("/admin/queue", tab.Path);
    }

    /// <summary>Presses j until the petition has focus, and opens it.</summary>
    private static async Task OpenByKeysAsync(Tab tab, string title)
    {
        var item = tab.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = title, Exact = true });
        for (var presses = await tab["[data-queue] li"].CountAsync(); presses > 0; presses--)
        {
            await tab.Page.Keyboard.PressAsync("j");
            if (await item.EvaluateAsync<bool>("link => link === document.activeElement"))
            {
                await tab.ArriveAsync(() => tab.Page.Keyboard.PressAsync("Enter"));
                return;
            }
        }

        Assert.Fail($"{title} is not reached by j.");
    }
}
