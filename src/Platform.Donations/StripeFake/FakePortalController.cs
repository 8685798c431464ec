using Microsoft.AspNetCore.Mvc;
using Platform.Core.Access;

namespace Platform.Donations.StripeFake;

/// <summary>Where a giver stops a monthly gift, as Stripe's customer portal lets them.</summary>
[PublicPage]
[OnlyWithStripeFake]
[IgnoreAntiforgeryToken]
[SameOrigin]
[Route("/stripe/fake/portal/{id}")]
[ResponseCache(NoStore = true)]
public sealed class FakePortalController(FakeStripe stripe) : Controller
{
    [HttpGet]
    public IActionResult Show(string id) => Page(id) is { } page ? View("Portal", page) : NotFound();

    [HttpPost]
    public IActionResult Stop(string id, string? subscription)
    {
        if (Page(id) is not { } page || page.Gifts.All(gift => gift.Id != subscription))
        {
            return NotFound();
        }

        if (page.Gifts.Single(gift => gift.Id == subscription).Runs)
        {
            stripe.In(page.Account, account => { FakeSubscriptions.Cancel(account, subscription!); });
        }

        return RedirectToAction(nameof(Show), new { id });
    }

    private FakePortalPage? Page(string id) => stripe.AccountOf("billing_portal.session", id) is not { } found ? null : stripe.In(found, account =>
    {
        var session = account.Get("billing_portal.session", id);
        return new FakePortalPage(found, session.Text("return_url"), [.. FakePortal.SubscriptionsOf(account, session).Select(Gift)]);
    });

    private static FakeGift Gift(System.Text.Json.Nodes.JsonObject subscription) =>
        new(subscription.Id(), FakeAmount.Say(subscription["items"]!["data"]![0]!["price"]!.AsObject().Number("unit_amount"), subscription.Text("currency")!), subscription.Text("status") != "canceled");
}

public sealed record FakePortalPage(string Account, string? Return, IReadOnlyList<FakeGift> Gifts);

/// <param name="Amount">As the page says it.</param>
public sealed record FakeGift(string Id, string Amount, bool Runs);
