using Platform.Browser.Tests.Browsing;
using Platform.Petitions.Organisations;
using Platform.Testing.Data;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Platform.Browser.Tests.Journeys;

/// <summary>Signing in without typing, with Chromium's own virtual authenticator.</summary>
public sealed class PasskeyJourneys(Site site)
{
    [Fact]
    public async Task An_organiser_makes_a_passkey_and_signs_in_with_it()
    {
        var organiser = await site.UserAsync("Olive Organiser");
        await site.JoinAsync(organiser, await site.OrganisationAsync());
        await using var tab = await Tab.OpenAsync(site, Tab.Phone, user: organiser);
        await AuthenticatorAsync(tab);
        await tab.GoAsync("/account");
        await tab["#passkey-name"].FillAsync("My phone");
        await tab.PressAsync("[data-passkey=create] .btn");
        await Expect(tab["#passkeys .todo bdi"]).ToHaveTextAsync("My phone");

        await tab[".menu summary"].ClickAsync();
        await tab.PressAsync(".menu form button");
        await tab.GoAsync("/account");
        Assert.Equal("/account/sign-in", tab.Path);
        await tab.PressAsync("[data-passkey=get] .btn");
        Assert.Equal("/account", tab.Path);
        tab.WasQuiet();
    }

    [Fact]
    public async Task Without_a_passkey_that_is_said_and_the_password_still_works()
    {
        var organiser = await site.UserAsync();
        await site.JoinAsync(organiser, await site.OrganisationAsync());
        await using var tab = await Tab.OpenAsync(site);
        await AuthenticatorAsync(tab);
        await tab.GoAsync("/account/sign-in");
        await tab["[data-passkey=get] .btn"].ClickAsync();
        await Expect(tab["[data-passkey-status]"]).Not.ToBeEmptyAsync();
        await tab["#Email"].FillAsync(organiser.Email!);
        await tab["#Password"].FillAsync(People.Password);
        await tab.PressAsync("#sign-in .btn");
        Assert.EndsWith("/desk", tab.Path, StringComparison.Ordinal);
        tab.WasQuiet();
    }

    private static async Task AuthenticatorAsync(Tab tab)
    {
        var session = await tab.Context.NewCDPSessionAsync(tab.Page);
        await session.SendAsync("WebAuthn.enable");
        await session.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }
}
