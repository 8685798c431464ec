using Microsoft.AspNetCore.Mvc;
using Platform.Core.Access;

namespace Platform.Donations.StripeFake;

/// <summary>Everything that can happen at Stripe without us, one button each; and what can be wrong with Stripe and its webhooks.</summary>
[PublicPage]
[OnlyWithStripeFake]
[IgnoreAntiforgeryToken]
[SameOrigin]
[Route("/stripe/fake")]
[ResponseCache(NoStore = true)]
public sealed class FakeControlController(FakeStripe stripe, FakeFaults faults, FakeDeliveries deliveries) : Controller
{
    [HttpGet]
    public IActionResult Show(string? account) => View("Control", Page(account, null));

    [HttpPost("object")]
    public IActionResult Press(string? account, string? id, FakeHappening? press)
    {
        if (!ModelState.IsValid || account is null || press is null || !stripe.Accounts.Contains(account))
        {
            return BadRequest();
        }

        return Try(account, press.Value, id ?? "") is { } problem ? View("Control", Page(account, problem)) : RedirectToAction(nameof(Show), new { account });
    }

    [HttpPost("fault")]
    public IActionResult Fault(string? account, FakeFault? fault)
    {
        if (!ModelState.IsValid || fault is null)
        {
            return BadRequest();
        }

        faults.Now = fault.Value;
        return RedirectToAction(nameof(Show), new { account });
    }

    [HttpPost("webhooks")]
    public IActionResult Webhooks(string? account, FakeWebhookPress? press)
    {
        if (!ModelState.IsValid || press is null)
        {
            return BadRequest();
        }

        Press(press.Value);
        return RedirectToAction(nameof(Show), new { account });
    }

    private string? Try(string account, FakeHappening press, string id)
    {
        try
        {
            stripe.In(account, opened => FakeHappenings.Do(opened, press, id));
            return null;
        }
        catch (FakeException refused)
        {
            return refused.Message;
        }
    }

    private void Press(FakeWebhookPress press)
    {
        switch (press)
        {
            case FakeWebhookPress.Hold:
                deliveries.Hold = true;
                break;
            case FakeWebhookPress.Release:
                deliveries.Release();
                break;
            case FakeWebhookPress.ReleaseReversed:
                deliveries.Release(newestFirst: true);
                break;
            case FakeWebhookPress.Once or FakeWebhookPress.Thrice:
                deliveries.Times = press == FakeWebhookPress.Once ? 1 : 3;
                break;
            case FakeWebhookPress.AtOnce or FakeWebhookPress.Late:
                deliveries.Delay = press == FakeWebhookPress.AtOnce ? TimeSpan.Zero : TimeSpan.FromSeconds(20);
                break;
            default:
                throw new InvalidOperationException($"There is no button {press}.");
        }
    }

    private FakeControlPage Page(string? wanted, string? problem)
    {
        var account = stripe.Accounts.Contains(wanted) ? wanted! : stripe.Accounts[^1];
        return new FakeControlPage(stripe.Accounts, account, stripe.In(account, FakeHappenings.Rows), faults.Now, deliveries.Held.Count, deliveries.Hold, problem);
    }
}
