using Platform.Core.Access;
using Platform.Donations.Giving;
using Platform.Donations.StripeFake;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Donations.Tests.Gifts;

/// <summary>The desk of those who look after the money.</summary>
public sealed class RefundTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task A_small_gift_is_given_back_by_one_owner_with_the_password()
    {
        var stage = await GivingStage.SetAsync(host);
        var gift = await PaidGift.MakeAsync(stage, "25");
        var (owner, _) = await OwnerAsync(stage);
        var desk = $"/{stage.Organisation.Slug}/desk/gifts/{gift.Id}";

        Assert.Contains("The password was not right", (await owner.SubmitAsync(await owner.GetAsync(desk), "#refund", ("password", "wrong"))).One("#said")!, StringComparison.Ordinal);
        Assert.Equal(0, Refunds(stage));
        var page = await owner.SubmitAsync(await owner.GetAsync(desk), "#refund", ("amount", "10"), ("password", People.Password));

        Assert.Equal("Stripe has accepted it.", page.One("#said"));
        Assert.Equal(1, Refunds(stage));
        Assert.Equal(1000, stage.InFake(a => a.All("refund").Single().Number("amount")));
        page = await owner.SubmitAsync(await owner.GetAsync(desk), "#refund", ("amount", "25.01"), ("password", People.Password));
        Assert.Contains("not possible", page.One("#said")!, StringComparison.Ordinal);
        Assert.Equal(1, Refunds(stage));
    }

    [Fact]
    public async Task Above_the_limit_a_second_owner_agrees_and_never_the_one_who_asked()
    {
        var stage = await GivingStage.SetAsync(host);
        var gift = await PaidGift.MakeAsync(stage, "80");
        var ((first, _), (second, _)) = (await OwnerAsync(stage), await OwnerAsync(stage));
        var desk = $"/{stage.Organisation.Slug}/desk/gifts/{gift.Id}";

        var page = await first.SubmitAsync(await first.GetAsync(desk), "#refund", ("password", People.Password));
        Assert.Equal("A second owner has to agree.", page.One("#said"));
        Assert.Equal(0, Refunds(stage));
        Assert.Null(page.Html.QuerySelector("form.agree"));

        var request = (await second.GetAsync(desk)).Html.QuerySelector("form.agree")!.GetAttribute("action")!;
        Assert.Contains("not possible", (await first.PostDirectlyAsync(request, ("password", People.Password))).One("#said")!, StringComparison.Ordinal);
        Assert.Equal(0, Refunds(stage));
        page = await second.SubmitAsync(await second.GetAsync(desk), "form.agree", ("password", People.Password));

        Assert.Equal("Stripe has accepted it.", page.One("#said"));
        Assert.Equal(8000, stage.InFake(a => a.All("refund").Single().Number("amount")));
    }

    [Fact]
    public async Task The_list_shows_gifts_and_sums_and_the_file_is_harmless_for_a_spreadsheet()
    {
        var stage = await GivingStage.SetAsync(host);
        await PaidGift.MakeAsync(stage, "25", name: "Ada \"Quoted\", Lovelace");
        await PaidGift.MakeAsync(stage, "12.50", monthly: true, email: "bea@desk.example");
        var (owner, _) = await OwnerAsync(stage);
        var desk = $"/{stage.Organisation.Slug}/desk/gifts";

        var page = await owner.GetAsync(desk);
        var facts = page.One("dl[data-currency=eur]")!;
        Assert.Contains("37.50", facts, StringComparison.Ordinal);
        Assert.Contains("1 gives every month", facts, StringComparison.Ordinal);

        var file = await owner.SubmitAsync(page, "#export");
        Assert.Equal("text/csv", file.Response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("\"Ada \"\"Quoted\"\", Lovelace\"", file.Source, StringComparison.Ordinal);
        Assert.Contains(",12.50,0.00,0.00,EUR,yes,", file.Source, StringComparison.Ordinal);
    }

    private Task<(Visitor Visitor, Platform.Petitions.Accounts.User User)> OwnerAsync(Stage stage) => OwnerAsync(host, stage);

    private static async Task<(Visitor Visitor, Platform.Petitions.Accounts.User User)> OwnerAsync(TestHost host, Stage stage)
    {
        var user = await host.UserAsync();
        await host.JoinAsync(user, stage.Organisation, MemberRole.Owner);
        return (await host.AtDeskAsync(user), user);
    }

    private static int Refunds(Stage stage) => stage.InFake(account => account.All("refund").Count());
}
