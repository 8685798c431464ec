using Platform.Browser.Tests.Browsing;
using Platform.Browser.Tests.Pages;
using Platform.Testing.Data;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Platform.Browser.Tests.Journeys;

/// <summary>An owner on a phone: from no account to a giving page, and back to none.</summary>
public sealed class AccountJourneys(Site site)
{
    [Fact]
    public async Task An_owner_connects_an_account_takes_gifts_and_ends_it()
    {
        var stage = await Stage.SetAsync(site, with: c => c.ClosesAt = TimeProvider.System.GetUtcNow().AddDays(60));
        var owner = await site.UserAsync();
        await site.JoinAsync(owner, stage.Organisation);
        await using var tab = await Soundness.OpenAsync(site, owner);
        await using var giver = await Soundness.OpenAsync(site);
        var desk = $"/{stage.Organisation.Slug}/desk/giving";

        await tab.GoAsync(desk);
        await Soundness.CheckAsync(tab);
        await tab.PressAsync("#account-state ~ p .btn");
        await Soundness.CheckAsync(tab);
        await tab.PressAsync("#connect .btn");
        await Expect(tab["#Connect_Password-error"]).ToBeVisibleAsync();
        await Soundness.CheckAsync(tab);
        await tab["#Connect_Password"].FillAsync(People.Password);
        await tab.PressAsync("#connect .btn");
        await tab.PressAsync("#complete .btn");
        if (await tab["#check"].IsVisibleAsync())
        {
            await tab.PressAsync("#check .btn");
        }

        await Expect(tab["#account-state"]).ToHaveAttributeAsync("data-state", "ready");
        await Soundness.CheckAsync(tab);
        await tab.GoAsync(desk);
        await tab.PressAsync("#offer .btn");
        await Expect(tab["#Purposes_0__Recipient-error"]).ToBeVisibleAsync();
        await Soundness.CheckAsync(tab);
        await tab["#Purposes_0__Recipient"].FillAsync("Harbour Fund");
        await tab["#Purposes_0__Purpose"].FillAsync("Pays for the court.");
        await tab["#Currencies_0__Currency"].SelectOptionAsync("eur");
        await tab["#Currencies_0__Minimum"].FillAsync("2");
        await tab["#Currencies_0__Maximum"].FillAsync("500");
        await tab["#Password"].FillAsync(People.Password);
        await tab.PressAsync("#offer .btn");
        await Expect(tab["[role=status]"]).ToBeVisibleAsync();
        await tab.PressAsync("#campaigns form .btn");

        await giver.GoAsync(stage.Path);
        await giver.PressAsync("#giving a");
        await Expect(giver["h1"]).ToHaveTextAsync("Give to Harbour Fund");

        await tab.GoAsync(desk + "/account");
        await tab["#Disconnect_Password"].FillAsync(People.Password);
        await tab.PressAsync("#disconnect .btn");
        await Expect(tab["#account-state"]).ToHaveAttributeAsync("data-state", "disconnected");
        await Soundness.CheckAsync(tab);
        await giver.GoAsync(stage.Path);
        await Expect(giver["#giving"]).ToHaveCountAsync(0);
        Assert.Equal(404, (await giver.GoAsync(stage.Path + "/give")).Status);
    }
}
