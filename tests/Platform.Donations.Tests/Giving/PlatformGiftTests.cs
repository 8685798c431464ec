using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Donations.Giving;
using Platform.Donations.StripeFake;
using Platform.Donations.Tests.StripeWebhook;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Platform.Testing.Time;
using Xunit;

namespace Platform.Donations.Tests.Giving;

/// <summary>Gifts to whoever runs the platform: a switch of their own, a page of their own, and no word on a campaign's pages.</summary>
public sealed class PlatformGiftTests(MoneyHost host) : IClassFixture<MoneyHost>
{
    private const string Settings = "/admin/giving/platform";
    private const string Gifts = "/admin/giving/gifts";

    [Fact]
    public async Task An_admin_opens_the_page_somebody_gives_and_a_closed_page_is_not_there()
    {
        var admin = await host.AtDeskAsync(await host.UserAsync(role: PlatformRole.Admin));
        var visitor = host.Visitor();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/give")).Status);

        var page = await admin.SubmitAsync(await admin.GetAsync(Settings), "#offer", [.. Filled, ("open", "true"), ("Password", "wrong")]);
        Assert.NotNull(page.Html.GetElementById("Password-error"));
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/give")).Status);
        page = await admin.SubmitAsync(page, "#offer", [.. Filled, ("open", "true"), ("Password", People.Password)]);
        Assert.Contains("done=saved", page.Address.Query, StringComparison.Ordinal);

        await Until.TrueAsync(async () => (await visitor.GetAsync("/")).Html.QuerySelector("a[href='/give']") is not null, "the first page leads there");
        var give = await visitor.GetAsync("/give");
        Assert.Equal(("The commons", null), (give.One("#purpose"), give.One("#apart")));
        var pay = await visitor.SubmitAsync(give, "#give", ("Amount", "25"), ("Name", "Ada"), ("Email", "ada@platform.example"));
        host.Stripe.In(FakeStripe.PlatformAccount, account => FakeHostedPage.Pay(account, pay.Address.Segments[^1]));
        var gift = await Until.SeenAsync(GiftAsync, d => d.State == DonationState.Paid, "the gift is paid", d => $"{d.State}");
        Assert.Equal((null, FakeStripe.PlatformAccount), (gift.CampaignId, gift.StripeAccount));
        var mail = await host.Mail.WaitAsync("ada@platform.example", "Receipt: 25");
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(mail.Links.First(l => l.AbsolutePath.StartsWith("/give/manage/", StringComparison.Ordinal)).PathAndQuery)).Status);

        await AssertDeskAsync(admin, gift);
        var stage = await GivingStage.SetAsync(host, on: false);
        Assert.DoesNotContain("/give", (await visitor.GetAsync(stage.Path)).Source, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"{stage.Path}/give/thanks/{gift.CheckoutSessionId}")).Status);

        await admin.SubmitAsync(await admin.GetAsync(Settings), "#offer", ("open", null), ("Password", People.Password));
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/give")).Status);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync($"/give/thanks/{gift.CheckoutSessionId}")).Status);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(PlatformRole.Moderator)]
    public async Task What_was_given_to_the_platform_is_for_its_admins_alone(PlatformRole? role)
    {
        // Owners of an organisation are nobody here.
        var stage = await GivingStage.SetAsync(host);
        var visitor = role is null ? (await host.MemberAsync(stage.Organisation, MemberRole.Owner)).Visitor : await host.AtDeskAsync(await host.UserAsync(role: role));
        var (gift, request) = (Guid.NewGuid(), Guid.NewGuid());
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(Gifts)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"{Gifts}/{gift}")).Status);
        foreach (var post in new[] { $"{Gifts}/export", $"{Gifts}/{gift}/refund", $"{Gifts}/{gift}/refunds/{request}/agree" })
        {
            Assert.Equal((post, HttpStatusCode.NotFound), (post, (await visitor.PostDirectlyAsync(post, ("password", People.Password))).Status));
        }
    }

    /// <summary>As an organisation's desk: the list with its sums, one gift, its refund, the file.</summary>
    private async Task AssertDeskAsync(Visitor admin, Donation gift)
    {
        // Another organisation's gift is not among them, and theirs is not found by its address.
        var stage = await GivingStage.SetAsync(host);
        var other = await PaidGift.MakeAsync(stage, "12", name: "Somebody else");
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync($"{Gifts}/{other.Id}")).Status);

        var list = await admin.GetAsync(Gifts);
        Assert.Contains("1 gift25", list.One("dl[data-currency=eur]"), StringComparison.Ordinal);
        Assert.Equal([$"{Gifts}/{gift.Id}"], list.Html.QuerySelectorAll("tbody a").Select(a => a.GetAttribute("href")));
        var file = await admin.SubmitAsync(list, "#export");
        Assert.Contains("ada@platform.example", file.Source, StringComparison.Ordinal);
        Assert.DoesNotContain("Somebody else", file.Source, StringComparison.Ordinal);

        var page = await admin.GetAsync($"{Gifts}/{gift.Id}");
        Assert.Contains("password was not right", (await admin.SubmitAsync(page, "#refund", ("amount", "10"), ("password", "wrong"))).One("#said"), StringComparison.Ordinal);
        page = await admin.SubmitAsync(page, "#refund", ("amount", "10"), ("password", People.Password));
        Assert.Equal((Gifts + "/" + gift.Id, "Stripe has accepted it."), (page.Address.AbsolutePath, page.One("#said")));
        await Until.SeenAsync(GiftAsync, d => d.Refunded == 1000, "the money went back", d => $"{d.Refunded}");
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync($"/{stage.Organisation.Slug}/desk/gifts/{gift.Id}")).Status);
    }

    private static (string Name, string? Value)[] Filled =>
    [
        ("Purposes[0].Recipient", "Undersigned"), ("Purposes[0].Purpose", "The commons"), ("Currencies[0].Currency", "eur"), ("Currencies[0].Suggested", ""),
        ("Currencies[0].Minimum", "2"), ("Currencies[0].Maximum", "500"), ("Once", "true"), ("Monthly", null),
    ];

    private Task<Donation> GiftAsync() => host.InDonationsAsync(PlatformGifts.Id, db => db.Donations.AsNoTracking().SingleAsync());
}
