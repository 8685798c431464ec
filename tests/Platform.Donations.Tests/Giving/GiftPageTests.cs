using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Donations.Giving;
using Platform.Donations.StripeFake;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Donations.Tests.Giving;

/// <summary>What a giver sees of the own gift, by a signed link and without an account.</summary>
public sealed class GiftPageTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task The_receipt_is_a_mail_with_the_link_to_look_after_the_gift()
    {
        var stage = await GivingStage.SetAsync(host);
        var gift = await PaidGift.MakeAsync(stage, email: "receipt@gift.example");
        await host.InScopeAsync(stage.Organisation.Id, async services =>
        {
            await services.GetRequiredService<Receipts.Receipts>().LayAsync(gift, CancellationToken.None);
            return true;
        });

        var mail = await host.Mail.WaitAsync("receipt@gift.example", "Receipt: 25");

        Assert.Contains(GivingStage.Recipient, mail.Text, StringComparison.Ordinal);
        var link = mail.Links.First(l => l.AbsolutePath.Contains("/give/manage/", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, (await host.Visitor().GetAsync(link.PathAndQuery)).Status);
    }

    [Fact]
    public async Task The_page_after_paying_says_how_the_gift_stands_and_a_link_for_one_thing_is_none_for_another()
    {
        var stage = await GivingStage.SetAsync(host);
        var gift = await PaidGift.MakeAsync(stage);

        var page = await host.Visitor().GetAsync(stage.Thanks(gift));
        Assert.Equal("paid", page.Html.QuerySelector("#state")!.GetAttribute("data-state"));

        await PaidGift.TellAsync(stage, gift.CheckoutSessionId!, g => g.MarkRefunded(500, TimeProvider.System.GetUtcNow()));
        Assert.Equal("partlyrefunded", (await host.Visitor().GetAsync(stage.Thanks(gift))).Html.QuerySelector("#state")!.GetAttribute("data-state"));

        var other = await GivingStage.SetAsync(host);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Visitor().GetAsync(stage.Thanks(gift).Replace("/thanks/", "/manage/", StringComparison.Ordinal))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Visitor().GetAsync(other.Thanks(gift))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Visitor().GetAsync(stage.Thanks(gift)[..^4])).Status);
    }

    [Fact]
    public async Task Coming_back_without_having_paid_proves_nothing()
    {
        var stage = await GivingStage.SetAsync(host);
        var visitor = host.Visitor();
        await visitor.SubmitAsync(await visitor.GetAsync(stage.Path + "/give"), "#give", ("How", "once"), ("Amount", "5"), ("Name", "Ada"), ("Email", "ada@gift.example"));
        var gift = Assert.Single(await stage.GiftsAsync());

        var page = await visitor.GetAsync(stage.Thanks(gift));

        Assert.Equal("pending", page.Html.QuerySelector("#state")!.GetAttribute("data-state"));
        Assert.Equal(DonationState.Pending, Assert.Single(await stage.GiftsAsync()).State);
    }

    [Fact]
    public async Task A_monthly_gift_is_stopped_by_a_button_and_not_by_opening_the_page()
    {
        var stage = await GivingStage.SetAsync(host);
        var gift = await PaidGift.MakeAsync(stage, monthly: true, email: "stops@gift.example");
        var visitor = host.Visitor();

        var page = await visitor.GetAsync(stage.Manage(gift));
        Assert.Equal("running", page.Html.QuerySelector("#stage")!.GetAttribute("data-stage"));
        Assert.Null(page.Html.QuerySelector("#forget"));
        Assert.Equal("active", stage.InFake(a => a.Get("subscription", gift.SubscriptionId!).Text("status")));

        page = await visitor.SubmitAsync(page, "#stop");
        Assert.Equal("stopped", page.Html.QuerySelector("#stage")!.GetAttribute("data-stage"));
        Assert.Equal("canceled", stage.InFake(a => a.Get("subscription", gift.SubscriptionId!).Text("status")));
        await host.Mail.WaitAsync(gift.GiverEmail!, "has ended");
    }

    [Fact]
    public async Task Erasing_forgets_who_gave_and_keeps_what_the_books_need()
    {
        var stage = await GivingStage.SetAsync(host);
        var gift = await PaidGift.MakeAsync(stage, name: "Forget Mee", email: "forget@gift.example");
        var visitor = host.Visitor();

        var page = await visitor.SubmitAsync(await visitor.GetAsync(stage.Manage(gift)), "#forget");

        Assert.NotNull(page.Html.QuerySelector("#erased"));
        var kept = await host.InDonationsAsync(stage.Organisation.Id, db => db.Donations.AsNoTracking().SingleAsync(d => d.Id == gift.Id));
        Assert.Equal((null, null, 2500L, "eur", gift.PaymentIntentId), (kept.GiverName, kept.GiverEmail, kept.Amount, kept.Currency, kept.PaymentIntentId));
    }

    [Theory]
    [InlineData("fr", "Donner à")]
    [InlineData("fa", "کمک مالی به")]
    public async Task The_page_speaks_the_languages_in_which_the_purpose_was_said(string language, string title)
    {
        var stage = await GivingStage.SetAsync(host, settings => settings.Offer(
            once: true, monthly: false, showTotal: false,
            [.. new[] { "en", "fr", "fa" }.Select(l => new Platform.Donations.DonationSettings.GivingPurpose { Language = l, Recipient = "R " + l, Purpose = "P " + l })], [GivingStage.Euro()], TimeProvider.System.GetUtcNow()));

        var page = await host.Visitor().GetAsync($"{stage.Path}/give?lang={language}");

        Assert.Equal(language, page.Html.DocumentElement.GetAttribute("lang"));
        Assert.Contains(title, page.One("h1")!, StringComparison.Ordinal);
        Assert.Equal("P " + language, page.One("#purpose"));
        Assert.Contains("P en", (await host.Visitor().GetAsync($"{(await GivingStage.SetAsync(host, s => s.Offer(true, false, false, [new() { Language = "en", Recipient = "R", Purpose = "P en" }], [GivingStage.Euro()], TimeProvider.System.GetUtcNow()))).Path}/give?lang={language}")).Text, StringComparison.Ordinal);
    }
}
