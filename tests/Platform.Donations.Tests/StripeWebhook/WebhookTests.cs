using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Platform.Donations.Giving;
using Platform.Donations.Ledger;
using Platform.Donations.StripeFake;
using Platform.Donations.StripeWebhook;
using Platform.Testing.Time;
using Xunit;

namespace Platform.Donations.Tests.StripeWebhook;

/// <summary>What is sent to Stripe's address by Stripe, and by anybody else.</summary>
public sealed class WebhookTests(MoneyHost host) : IClassFixture<MoneyHost>
{
    private const string Path = "/stripe/webhook";

    public static TheoryData<string> Forgeries =>
    [
        "no header", "empty header", "no time", "no mark", "words", "empty body", "no JSON", "half JSON", "a number", "nothing", "a list", "no id", "tampered", "another's secret", "old", "future", "huge",
    ];

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task Whatever_Stripe_did_not_sign_now_is_400_and_leaves_no_trace(string forgery)
    {
        var money = await MoneyStage.SetAsync(host);
        var (now, secret) = (TimeProvider.System.GetUtcNow(), host.Deliveries.Secret);
        var valid = Event(money.Account, "evt_forged_" + Guid.NewGuid().ToString("N"));
        string Signed(string body, DateTimeOffset? at = null, string? with = null) => FakeDelivery.Sign(body, with ?? secret, at ?? now);
        var (body, header) = forgery switch
        {
            "no header" => (valid, null),
            "empty header" => (valid, ""),
            "no time" => (valid, Signed(valid).Split(',')[1]),
            "no mark" => (valid, Signed(valid).Split(',')[0]),
            "words" => (valid, "t=yesterday,v1=please"),
            "empty body" => ("", Signed("")),
            "no JSON" => ("id=evt_1", Signed("id=evt_1")),
            "half JSON" => (valid[..40], Signed(valid[..40])),
            "a number" => ("7", Signed("7")),
            "nothing" => ("null", Signed("null")),
            "a list" => ("[]", Signed("[]")),
            "no id" => ("""{"object":"event"}""", Signed("""{"object":"event"}""")),
            "tampered" => (valid.Replace("2500", "9500", StringComparison.Ordinal), Signed(valid)),
            "another's secret" => (valid, Signed(valid, with: "whsec_another")),
            "old" => (valid, Signed(valid, now.AddSeconds(-400))),
            "future" => (valid, Signed(valid, now.AddSeconds(400))),
            _ => (valid + new string(' ', 600_000), Signed(valid + new string(' ', 600_000))),
        };

        var status = await SendAsync(body, header);

        Assert.True(forgery == "huge" ? status is HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge : status == HttpStatusCode.BadRequest, $"{status}");
        Assert.DoesNotContain(await EventsAsync(money.Tenant), e => e.EventId.StartsWith("evt_forged_", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_event_of_an_account_that_nobody_has_here_is_taken_and_forgotten()
    {
        var body = Event("acct_stranger", "evt_stranger");

        Assert.Equal(HttpStatusCode.OK, await SendAsync(body, FakeDelivery.Sign(body, host.Deliveries.Secret, TimeProvider.System.GetUtcNow())));
        Assert.Empty(await host.InDonationsAsync(null, db => Platform.Core.Tenancy.TenantDb.AcrossTenants<StripeEvent>(db).Where(e => e.EventId == "evt_stranger").ToListAsync()));
    }

    [Fact]
    public async Task The_same_event_twenty_times_at_once_is_one_gift_one_receipt_one_entry()
    {
        var money = await MoneyStage.SetAsync(host);
        var gift = await money.BeginAsync();
        host.Deliveries.Hold = true;
        money.At(account => FakeHostedPage.Pay(account, gift.Session));
        var completed = host.Deliveries.Held.Last(d => d.Payload.Contains(gift.Session, StringComparison.Ordinal));

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => SendAsync(completed.Payload, FakeDelivery.Sign(completed.Payload, completed.Secret, TimeProvider.System.GetUtcNow()))));
        host.Deliveries.Release();

        Assert.All(answers, status => Assert.Equal(HttpStatusCode.OK, status));
        await money.UntilAsync(gift, d => d.State == DonationState.Paid, "the gift is paid");
        Assert.Single(await EventsAsync(money.Tenant), e => e.EventId == completed.Event["id"]!.GetValue<string>());
        await money.CalmAsync(4);
        await host.Mail.WaitAsync(gift.Giver);
        Assert.Single(await host.Mail.ToAsync(gift.Giver));
        Assert.Equal(-2500, await money.LedgerAsync(LedgerAccount.Gifts));
    }

    [Fact]
    public async Task Another_account_cannot_pay_for_a_gift_by_naming_it()
    {
        var (mine, theirs) = (await MoneyStage.SetAsync(host), await MoneyStage.SetAsync(host));
        var gift = await mine.BeginAsync();

        theirs.At(account => FakePayments.Take(account, 2500, "eur", new() { ["donation"] = gift.Id.ToString() }, null, null));

        await theirs.CalmAsync(3);
        Assert.Equal(DonationState.Pending, (await mine.FindAsync(gift)).State);
        Assert.Equal(0, await mine.LedgerAsync(LedgerAccount.Balance));
        Assert.Equal((0, -2500), (await theirs.LedgerAsync(LedgerAccount.Gifts), await theirs.LedgerAsync(LedgerAccount.Elsewhere)));
    }

    [Fact]
    public async Task Another_amount_than_the_gift_s_is_refused_and_shown()
    {
        var money = await MoneyStage.SetAsync(host);
        var gift = await money.BeginAsync();

        money.At(account => FakePayments.Take(account, 9900, "eur", new() { ["donation"] = gift.Id.ToString() }, null, null));

        var events = await Until.SeenAsync(() => EventsAsync(money.Tenant), all => all.Any(e => e.Outcome == StripeEventOutcome.Refused), "the event is refused");
        Assert.NotEmpty(events);
        Assert.Equal(DonationState.Pending, (await money.FindAsync(gift)).State);
    }

    [Fact]
    public async Task The_endpoint_of_an_organisation_s_own_keys_takes_no_other_secret()
    {
        var own = await GivingStage.SetAsync(host);
        var body = Event(null, "evt_own");
        var now = TimeProvider.System.GetUtcNow();

        Assert.Equal(HttpStatusCode.BadRequest, await SendAsync(body, FakeDelivery.Sign(body, host.Deliveries.Secret, now), $"{Path}/{own.Organisation.Id}"));
        Assert.Equal(HttpStatusCode.BadRequest, await SendAsync(body, FakeDelivery.Sign(body, "whsec_mine", now), $"{Path}/{Guid.NewGuid()}"));
    }

    private async Task<HttpStatusCode> SendAsync(string body, string? header, string path = Path)
    {
        using var client = host.Server.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (header is not null)
        {
            request.Headers.TryAddWithoutValidation("Stripe-Signature", header);
        }

        using var answer = await client.SendAsync(request);
        return answer.StatusCode;
    }

    private Task<List<StripeEvent>> EventsAsync(Guid tenant) => host.InDonationsAsync(tenant, db => db.Set<StripeEvent>().AsNoTracking().ToListAsync());

    private static string Event(string? account, string id) =>
        $$$"""
        {"id":"{{{id}}}","object":"event","account":{{{(account is null ? "null" : $"\"{account}\"")}}},"api_version":"{{{Stripe.StripeConfiguration.ApiVersion}}}","created":1790000000,"livemode":false,"pending_webhooks":1,
        "request":null,"type":"charge.refunded","data":{"object":{"id":"ch_x","object":"charge","amount":2500,"payment_intent":"pi_x"} } }
        """;
}
