using Platform.Browser.Tests.Browsing;
using Platform.Browser.Tests.Pages;
using Platform.Testing.Data;
using Platform.Testing.Time;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Platform.Browser.Tests.Journeys;

/// <summary>Giving on a phone: once, every month until it is stopped, with a card that is refused, and a gift that is given back.</summary>
public sealed class GivingJourneys(Site site, GivingStand stand) : IClassFixture<GivingStand>
{
    private const string Pay = "#pay button[value=Pay]";
    private const string Decline = "#pay button[value=Decline]";

    private string Give => stand.Stage.Path + "/give";

    [Fact]
    public async Task Somebody_gives_once_and_gets_a_receipt()
    {
        await using var tab = await Soundness.OpenAsync(site);
        await tab.GoAsync(stand.Stage.Path);
        await tab.PressAsync("#giving a");
        await Expect(tab["#purpose"]).ToHaveTextAsync("Pays for the court fees of the harbour case.");
        await Soundness.CheckAsync(tab);
        await tab.PressAsync("#give .btn");
        await Expect(tab["#Name-error"]).ToBeVisibleAsync();
        await Soundness.CheckAsync(tab);

        await FillAsync(tab, "once", "once@giving.example");
        await tab.PressAsync(Pay);
        await StandsAsync(tab, "paid");
        await Soundness.CheckAsync(tab);

        await tab.FollowAsync(await site.Mail.WaitAsync("once@giving.example", "Receipt: 25"), "/give/manage/");
        await Expect(tab["#payments li"]).ToHaveCountAsync(1);
        await Expect(tab["#stop"]).ToHaveCountAsync(0);
        await Soundness.CheckAsync(tab);
    }

    [Fact]
    public async Task Somebody_gives_every_month_and_stops_it_by_the_link_in_the_receipt()
    {
        await using var tab = await Soundness.OpenAsync(site);
        await tab.GoAsync(Give);
        await FillAsync(tab, "monthly", "monthly@giving.example");
        await Expect(tab["#amount"]).ToContainTextAsync("each month");
        await tab.PressAsync(Pay);
        await StandsAsync(tab, "paid");

        await tab.FollowAsync(await site.Mail.WaitAsync("monthly@giving.example", "Receipt: 25"), "/give/manage/");
        await Expect(tab["#stage"]).ToHaveAttributeAsync("data-stage", "running");
        await Soundness.CheckAsync(tab);
        await tab.PressAsync("#stop .btn");
        await Expect(tab["#stage"]).ToHaveAttributeAsync("data-stage", "stopped");
        await Soundness.CheckAsync(tab);
        await site.Mail.WaitAsync("monthly@giving.example", "has ended");
    }

    [Fact]
    public async Task A_card_that_is_refused_costs_nothing_and_the_giver_can_try_again()
    {
        await using var tab = await Soundness.OpenAsync(site);
        await tab.GoAsync(Give);
        await FillAsync(tab, "once", "refused@giving.example");
        var session = tab.Path.Split('/')[^1];
        await tab.PressAsync(Decline);
        await Expect(tab["[role=alert]"]).ToContainTextAsync("declined");

        await tab.GoAsync($"{Give}/thanks/{session}");
        await StandsAsync(tab, "failed");
        await Expect(tab[".lead"]).ToContainTextAsync("Nothing was charged");
        await Soundness.CheckAsync(tab);
        await tab.PressAsync("main a.btn");
        await FillAsync(tab, "once", "refused@giving.example");
        await tab.PressAsync(Pay);
        await StandsAsync(tab, "paid");
        await site.Mail.WaitAsync("refused@giving.example", "Receipt");
        Assert.Single(await site.Mail.ToAsync("refused@giving.example"), mail => mail.Subject.StartsWith("Receipt", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_owner_gives_a_part_of_a_gift_back_and_the_giver_hears_of_it()
    {
        await using var giver = await Soundness.OpenAsync(site);
        await giver.GoAsync(Give);
        await FillAsync(giver, "once", "back@giving.example");
        await giver.PressAsync(Pay);
        await StandsAsync(giver, "paid");

        await using var owner = await Soundness.OpenAsync(site, stand.Owner);
        await owner.GoAsync($"{stand.Desk}/gifts");
        await Soundness.CheckAsync(owner);
        await owner.PressAsync("table a");
        await Expect(owner[".facts"]).ToContainTextAsync("back@giving.example");
        await Soundness.CheckAsync(owner);
        await owner["#amount"].FillAsync("10");
        await owner["#password"].FillAsync(People.Password);
        await owner.PressAsync("#refund .btn");
        await Expect(owner["#said"]).ToHaveTextAsync("Stripe has accepted it.");
        await Soundness.CheckAsync(owner);

        await StandsAsync(giver, "partlyrefunded");
        await Soundness.CheckAsync(giver);
        await site.Mail.WaitAsync("back@giving.example", "on its way back");
    }

    private static async Task FillAsync(Tab tab, string how, string email)
    {
        await tab[$"#give label:has([name=How][value={how}])"].ClickAsync();
        await tab["#give label:has([name=Choice][value='2500'])"].ClickAsync();
        await tab["#Name"].FillAsync("Ada Giver");
        await tab["#Email"].FillAsync(email);
        await tab.PressAsync("#give .btn");
        await Expect(tab["#pay"]).ToBeVisibleAsync();
    }

    /// <summary>Looks again until Stripe's word has arrived.</summary>
    private static Task<string?> StandsAsync(Tab tab, string state) => Until.SeenAsync(
        async () =>
        {
            await tab.ArriveAsync(() => tab.Page.ReloadAsync());
            return await tab["#state"].GetAttributeAsync("data-state");
        }, seen => seen == state, $"the gift is {state}");
}
