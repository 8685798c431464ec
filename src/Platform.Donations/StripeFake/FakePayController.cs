using Microsoft.AspNetCore.Mvc;
using Platform.Core.Access;

namespace Platform.Donations.StripeFake;

/// <summary>The pay page, as Stripe would host it.</summary>
[PublicPage]
[OnlyWithStripeFake]
[IgnoreAntiforgeryToken]
[SameOrigin]
[Route("/stripe/fake/pay/{id}")]
[ResponseCache(NoStore = true)]
public sealed class FakePayController(FakeStripe stripe) : Controller
{
    [HttpGet]
    public IActionResult Show(string id) => stripe.AccountOf("checkout.session", id) is { } account ? View("Pay", Page(account, id)) : NotFound();

    [HttpPost]
    public IActionResult Press(string id, FakePress? press)
    {
        if (stripe.AccountOf("checkout.session", id) is not { } account)
        {
            return NotFound();
        }

        var page = Page(account, id);
        if (press is null || !page.IsOpen)
        {
            return View("Pay", page);
        }

        stripe.In(account, opened => Press(opened, id, press.Value));
        return press == FakePress.Decline ? View("Pay", page with { Declined = true }) : Redirect(page.Success);
    }

    private static void Press(FakeAccount account, string id, FakePress press)
    {
        switch (press)
        {
            case FakePress.Pay:
                FakeHostedPage.Pay(account, id);
                break;
            case FakePress.PayLater:
                FakeHostedPage.PayLater(account, id);
                break;
            case FakePress.Decline:
                FakeHostedPage.Decline(account, id);
                break;
            default:
                throw new InvalidOperationException($"There is no button {press}.");
        }
    }

    private FakePayPage Page(string account, string id) => stripe.In(account, opened =>
    {
        var session = opened.Get("checkout.session", id);
        var item = opened.Recall(id).Text("line_items.0.price_data.product_data.name");
        var success = session.Text("success_url")!.Replace("{CHECKOUT_SESSION_ID}", id, StringComparison.Ordinal);
        return new FakePayPage(session.Text("status") == "open", session.Text("mode") == "subscription", item ?? "", session.Number("amount_total"), session.Text("currency")!, success, session.Text("cancel_url"));
    });
}

/// <summary>The buttons of the pay page.</summary>
public enum FakePress
{
    Pay = 1,
    PayLater = 2,
    Decline = 3,
}

/// <param name="Amount">In the smallest unit.</param>
public sealed record FakePayPage(bool IsOpen, bool Monthly, string Item, long Amount, string Currency, string Success, string? Cancel)
{
    public bool Declined { get; init; }
}
