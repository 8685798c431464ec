using System.Net;
using AngleSharp.Html.Dom;
using Platform.Petitions.Campaigns;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Donations.Tests.Giving;

/// <summary>What a giver hears at the field, before anything is asked of Stripe; and what when Stripe is away.</summary>
public sealed class RefusalTests(SilentStripe host) : IClassFixture<SilentStripe>
{
    [Theory]
    [InlineData("0", "The least that can be given here is 2")]
    [InlineData("-5", "The least that can be given here is 2")]
    [InlineData("1.99", "The least that can be given here is 2")]
    [InlineData("1000.01", "The most that can be given here is 1,000")]
    [InlineData("99999999999999", "Type an amount in digits")]
    [InlineData("1,000", "Type an amount in digits")]
    [InlineData("1.2.3", "Type an amount in digits")]
    [InlineData("ten", "Type an amount in digits")]
    [InlineData("NaN", "Type an amount in digits")]
    public async Task An_amount_that_cannot_be_given_is_refused_at_its_field_and_nothing_typed_is_lost(string typed, string said)
    {
        var stage = await GivingStage.SetAsync(host);

        var page = await GiveAsync(stage, ("Amount", typed));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(said, page.One("#Amount-error")!, StringComparison.Ordinal);
        Assert.Equal((typed, "Ada Lovelace", "ada@refusal.example"), (Value(page, "Amount"), Value(page, "Name"), Value(page, "Email")));
        Assert.Empty(await stage.GiftsAsync());
    }

    [Theory]
    [InlineData("Currency", "usd")]
    [InlineData("Currency", "")]
    [InlineData("How", "yearly")]
    [InlineData("Choice", "777")]
    [InlineData("Name", "")]
    [InlineData("Name", "=1+1")]
    [InlineData("Name", "see http://evil.example")]
    [InlineData("Email", "nobody")]
    public async Task What_the_organisation_did_not_offer_is_refused(string field, string value)
    {
        var stage = await GivingStage.SetAsync(host);

        var page = await GiveAsync(stage, ("Choice", field == "Choice" ? value : "1000"), (field, value));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Empty(await stage.GiftsAsync());
    }

    [Theory]
    [InlineData("12.50", 1250)]
    [InlineData("12,5", 1250)]
    [InlineData("۱۲٫۵۰", 1250)]
    [InlineData(" 12 ", 1200)]
    public async Task With_Stripe_away_the_giver_hears_it_can_try_again_and_the_amount_was_understood(string typed, long amount)
    {
        var stage = await GivingStage.SetAsync(host);

        var page = await GiveAsync(stage, ("Amount", typed), ("How", "once"));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.Status);
        Assert.NotNull(page.Response.Headers.RetryAfter);
        Assert.Contains("Nothing was charged", page.Text, StringComparison.Ordinal);
        Assert.Equal(typed, Value(page, "Amount"));
        var again = await host.Visitor().SubmitAsync(page, "#give");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, again.Status);
        var gift = Assert.Single(await stage.GiftsAsync());
        Assert.Equal((amount, "eur", null), (gift.Amount, gift.Currency, gift.CheckoutSessionId));
    }

    [Fact]
    public async Task Yen_have_nothing_behind_the_point()
    {
        var stage = await GivingStage.SetAsync(host);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await GiveAsync(stage, ("Currency", "jpy"), ("Amount", "500.5"))).Status);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await GiveAsync(stage, ("Currency", "jpy"), ("Amount", "500"))).Status);
        Assert.Equal((500, "jpy"), (Assert.Single(await stage.GiftsAsync()).Amount, "jpy"));
    }

    [Fact]
    public async Task Signing_does_not_notice()
    {
        var stage = await GivingStage.SetAsync(host);
        await GiveAsync(stage, ("Choice", "1000"));

        await stage.SignAsync(host.Visitor(), "Bea Signs", "bea@refusal.example");
        var signed = await stage.ConfirmAsync(host.Visitor(), "bea@refusal.example");

        Assert.EndsWith("/signed", signed.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.DoesNotContain(await stage.GiftsAsync(), g => g.GiverEmail == "bea@refusal.example");
    }

    [Theory]
    [InlineData(CampaignStatus.Draft)]
    [InlineData(CampaignStatus.Closed)]
    [InlineData(CampaignStatus.Suspended)]
    [InlineData(CampaignStatus.Removed)]
    public async Task A_campaign_that_is_not_published_takes_nothing(CampaignStatus status)
    {
        var stage = await GivingStage.SetAsync(host);
        var other = await host.CampaignAsync(stage.Organisation, stage.Organiser, status);
        await host.InDonationsAsync(stage.Organisation.Id, async db =>
        {
            var on = new Platform.Donations.DonationSettings.CampaignGiving(other.Id);
            on.Switch(true, TimeProvider.System.GetUtcNow());
            db.Campaigns.Add(on);
            return await db.SaveChangesAsync();
        });
        var page = await host.Visitor().GetAsync(stage.Path + "/give");

        Assert.Equal(HttpStatusCode.NotFound, (await host.Visitor().GetAsync($"/{stage.Organisation.Slug}/{other.Slug}/give")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Visitor().PostAsync(new Uri(page.Address, $"/{stage.Organisation.Slug}/{other.Slug}/give"), Visitor.Fields(page, "#give"))).Status);
    }

    [Fact]
    public async Task Another_site_s_form_is_refused_and_one_that_cannot_be_read_is_no_error_of_ours()
    {
        var stage = await GivingStage.SetAsync(host);
        using var foreign = new HttpRequestMessage(HttpMethod.Post, stage.Path + "/give") { Content = new FormUrlEncodedContent([]) };
        foreign.Headers.Add("Sec-Fetch-Site", "cross-site");

        Assert.Equal(HttpStatusCode.Forbidden, (await host.Visitor().Http.SendAsync(foreign)).StatusCode);
        using var broken = new HttpRequestMessage(HttpMethod.Post, stage.Path + "/give") { Content = new StringContent("a=b", new System.Net.Http.Headers.MediaTypeHeaderValue("application/x-www-form-urlencoded") { CharSet = "utf-7" }) };
        Assert.Equal(HttpStatusCode.BadRequest, (await host.Visitor().Http.SendAsync(broken)).StatusCode);
    }

    private async Task<Page> GiveAsync(Stage stage, params (string Name, string? Value)[] values)
    {
        var visitor = host.Visitor();
        return await visitor.SubmitAsync(await visitor.GetAsync(stage.Path + "/give"), "#give", [("How", "once"), ("Name", "Ada Lovelace"), ("Email", "ada@refusal.example"), .. values]);
    }

    private static string? Value(Page page, string name) => (page.Html.QuerySelector($"#{name}") as IHtmlInputElement)?.Value;
}
