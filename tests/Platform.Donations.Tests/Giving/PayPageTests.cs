using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Platform.Donations.StripeFake;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Platform.Testing.Time;
using Xunit;

namespace Platform.Donations.Tests.Giving;

/// <summary>From the form to Stripe's page: once, whatever is pressed and whatever Stripe does.</summary>
public sealed class PayPageTests(PayPageTests.HastyHost host) : IClassFixture<PayPageTests.HastyHost>
{
    private FakeFaults Faults => host.Services.GetRequiredService<FakeFaults>();

    [Fact]
    public async Task A_giver_is_led_to_a_page_that_asks_for_what_the_server_made_of_it()
    {
        var stage = await GivingStage.SetAsync(host);

        var page = await GiveAsync(stage, ("Choice", "1000"), ("Cover", "true"), ("Total", "1"), ("StripeAccount", "acct_evil"), ("FeeCover", "0"));

        Assert.StartsWith("/stripe/fake/pay/", page.Address.AbsolutePath, StringComparison.Ordinal);
        var gift = Assert.Single(await stage.GiftsAsync());
        Assert.Equal((1000, "eur", false), (gift.Amount, gift.Currency, gift.Monthly));
        Assert.InRange(gift.FeeCover, 59, 62);
        var session = stage.InFake(account => Assert.Single(account.All("checkout.session")).DeepClone().AsObject());
        Assert.Equal((gift.Total, gift.Id.ToString(), "payment"), (session.Number("amount_total"), session["metadata"]!["donation"]!.GetValue<string>(), session.Text("mode")));
    }

    [Fact]
    public async Task Nothing_is_ticked_and_no_amount_is_chosen_for_the_giver_and_who_receives_it_stands_first()
    {
        var stage = await GivingStage.SetAsync(host);

        var page = await host.Visitor().GetAsync(stage.Path + "/give");

        Assert.Empty(page.Html.QuerySelectorAll("#give input[checked]"));
        Assert.Equal(GivingStage.Purpose, page.One("#purpose"));
        Assert.Equal("You do not need to give to sign, and giving does not sign.", page.One("#apart"));
        Assert.True(page.Source.IndexOf(GivingStage.Recipient, StringComparison.Ordinal) < page.Source.IndexOf("id=\"give\"", StringComparison.Ordinal));
        Assert.False(page.Response.Headers.Contains("Set-Cookie"));
        Assert.Contains("form-action 'self' https://checkout.stripe.com", string.Join(' ', page.Response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pressing_five_times_at_once_makes_one_gift_and_one_pay_page()
    {
        var stage = await GivingStage.SetAsync(host);
        var visitor = host.Visitor();
        var fields = Filled(await visitor.GetAsync(stage.Path + "/give"), ("Choice", "1000"));

        var pages = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => visitor.PostAsync(new Uri($"http://localhost{stage.Path}/give"), fields)));

        Assert.StartsWith("/stripe/fake/pay/", Assert.Single(pages.Select(p => p.Address.AbsolutePath).Distinct()), StringComparison.Ordinal);
        Assert.Single(await stage.GiftsAsync());
        Assert.Equal(1, stage.InFake(account => account.All("checkout.session").Count()));
    }

    [Fact]
    public async Task Another_amount_from_the_same_page_is_another_gift()
    {
        var stage = await GivingStage.SetAsync(host);
        var visitor = host.Visitor();
        var page = await visitor.GetAsync(stage.Path + "/give");

        await visitor.PostAsync(new Uri($"http://localhost{stage.Path}/give"), Filled(page, ("Choice", "1000")));
        await visitor.PostAsync(new Uri($"http://localhost{stage.Path}/give"), Filled(page, ("Choice", "2500")));

        Assert.Equal([1000L, 2500L], (await stage.GiftsAsync()).Select(g => g.Amount).Order());
    }

    [Theory]
    [InlineData(FakeFault.Down)]
    [InlineData(FakeFault.Slow)]
    [InlineData(FakeFault.Nonsense)]
    [InlineData(FakeFault.Broken)]
    [InlineData(FakeFault.AnswerLost)]
    public async Task Whatever_is_wrong_with_Stripe_the_giver_hears_it_in_time_and_the_next_press_leads_on(FakeFault fault)
    {
        var stage = await GivingStage.SetAsync(host);
        var watch = Stopwatch.StartNew();
        Faults.Now = fault;
        var page = await GiveAsync(stage, ("Choice", "1000"));
        Faults.Now = FakeFault.None;

        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.Status);
        Assert.Contains("Nothing was charged", page.Text, StringComparison.Ordinal);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"It took {watch.Elapsed}; the host's patience is three seconds.");

        // On a machine that stands still it may take more than one press; they all say the same.
        await Until.SeenAsync(() => host.Visitor().SubmitAsync(page, "#give"), next => next.Address.AbsolutePath.StartsWith("/stripe/fake/pay/", StringComparison.Ordinal), "the next press leads on");
        Assert.Single(await stage.GiftsAsync());
        Assert.Equal(1, stage.InFake(account => account.All("checkout.session").Count()));
    }

    [Fact]
    public async Task A_monthly_gift_is_a_subscription()
    {
        var stage = await GivingStage.SetAsync(host);

        await GiveAsync(stage, ("Choice", "500"), ("How", "monthly"));

        Assert.Equal("subscription", stage.InFake(account => Assert.Single(account.All("checkout.session")).Text("mode")));
        Assert.True(Assert.Single(await stage.GiftsAsync()).Monthly);
    }

    private async Task<Page> GiveAsync(Stage stage, params (string Name, string Value)[] values)
    {
        var visitor = host.Visitor();
        return await visitor.PostAsync(new Uri($"http://localhost{stage.Path}/give"), Filled(await visitor.GetAsync(stage.Path + "/give"), values));
    }

    private static List<KeyValuePair<string, string>> Filled(Page page, params (string Name, string Value)[] values)
    {
        var fields = Visitor.Fields(page, "#give").ToDictionary();
        foreach (var (name, value) in ((string, string)[])[("How", "once"), ("Name", "Ada Lovelace"), ("Email", "ada@pay.example"), .. values])
        {
            fields[name] = value;
        }

        return [.. fields];
    }

    /// <summary>Waits for Stripe no longer than a test wants to.</summary>
    public sealed class HastyHost : TestHost
    {
        protected override Dictionary<string, string?> Settings => new() { ["Donations:Patience"] = "00:00:03", ["Donations:GiftsPerNetwork"] = "1000" };
    }
}
