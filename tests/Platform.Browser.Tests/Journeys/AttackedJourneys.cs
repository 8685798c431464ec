using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Browser.Tests.Browsing;
using Platform.Petitions.Challenges;
using Platform.Petitions.Signatures;
using Platform.Testing.Data;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Platform.Browser.Tests.Journeys;

/// <summary>Signing while programs attack: the browser calculates, the person does nothing for it.</summary>
public sealed class AttackedJourneys(Site site)
{
    [Theory]
    [InlineData("en", "The calculation is done.")]
    [InlineData("fa", "محاسبه انجام شد.")]
    public async Task Somebody_signs_under_attack_by_keyboard_and_hears_what_the_device_does(string language, string done)
    {
        var stage = await AttackedAsync();
        var email = $"attacked-{language}@mail.example";
        await using var tab = await Tab.OpenAsync(site, Tab.Phone, language);
        await tab.GoAsync($"{stage.Path}?lang={language}");
        await Expect(tab["[data-proof] [role=status]"]).ToHaveTextAsync("");
        await tab[".bar .btn"].ClickAsync();
        await Expect(tab["#Name"]).ToBeFocusedAsync();
        await tab.Page.Keyboard.TypeAsync("Maxine Kowalski");
        await tab["#Email"].FillAsync(email);
        await Expect(tab["[data-proof] [role=status]"]).ToHaveTextAsync(done);
        await tab.ArriveAsync(() => tab["#sign .btn--wide"].PressAsync("Enter"));

        Assert.EndsWith("/check", tab.Path, StringComparison.Ordinal);
        Assert.Equal(SignatureState.Pending, await StateAsync(stage, email));
        tab.WasQuiet();
    }

    [Fact]
    public async Task Who_presses_before_the_device_has_calculated_waits_a_moment_and_has_signed()
    {
        var stage = await AttackedAsync();
        await using var tab = await Tab.OpenAsync(site);
        await tab.GoAsync(stage.Path);

        // Filled in by a program of the reader's own, without entering the form.
        await tab.Page.EvaluateAsync("() => { document.getElementById('Name').value = 'Maxine Kowalski'; document.getElementById('Email').value = 'quick@mail.example'; }");
        await tab.ArriveAsync(() => tab.Page.EvaluateAsync("() => document.getElementById('sign').requestSubmit()"));
        Assert.EndsWith("/check", tab.Path, StringComparison.Ordinal);
        Assert.Equal(SignatureState.Pending, await StateAsync(stage, "quick@mail.example"));
        tab.WasQuiet();
    }

    [Fact]
    public async Task Who_has_no_scripts_is_told_and_not_refused()
    {
        var stage = await AttackedAsync();
        await using var tab = await Tab.OpenAsync(site, scripts: false);
        await tab.GoAsync(stage.Path);
        await Expect(tab["[data-proof] noscript p"]).ToContainTextAsync("You can sign all the same");
        await tab["#Name"].FillAsync("Maxine Kowalski");
        await tab["#Email"].FillAsync("scriptless@mail.example");
        await tab.PressAsync("#sign .btn--wide");
        Assert.EndsWith("/check", tab.Path, StringComparison.Ordinal);
        Assert.Equal(SignatureState.Quarantined, await StateAsync(stage, "scriptless@mail.example"));
    }

    /// <summary>A campaign whose page asks for the calculation already.</summary>
    private async Task<Stage> AttackedAsync()
    {
        var stage = await Stage.SetAsync(site);
        await site.Services.GetRequiredService<ChallengeCampaigns>().RunAsync([stage.Campaign.Id], ChallengeCampaigns.AfterBurst, CancellationToken.None);
        await stage.UntilAsync(site.Visitor(), page => page.Html.QuerySelector("#sign [data-proof]") is not null);
        return stage;
    }

    private Task<SignatureState> StateAsync(Stage stage, string email) =>
        site.InDbAsync(stage.Organisation.Id, db => db.Signatures.Where(s => s.CampaignId == stage.Campaign.Id && s.Email == email).Select(s => s.State).SingleAsync());
}
