using Microsoft.AspNetCore.Mvc;
using Platform.Core.Access;

namespace Platform.Donations.StripeFake;

/// <summary>The forms that Stripe asks an organisation's owner to fill in, in one button.</summary>
[PublicPage]
[OnlyWithStripeFake]
[IgnoreAntiforgeryToken]
[SameOrigin]
[Route("/stripe/fake/onboarding/{id}")]
[ResponseCache(NoStore = true)]
public sealed class FakeOnboardingController(FakeStripe stripe) : Controller
{
    [HttpGet]
    public IActionResult Show(string id) => Link(id) is { } link ? View("Onboarding", link) : NotFound();

    [HttpPost]
    public IActionResult Complete(string id)
    {
        if (Link(id) is not { } link)
        {
            return NotFound();
        }

        stripe.In(link.Account, FakeOnboarding.Complete);
        return Redirect(link.Return);
    }

    private FakeOnboardingLink? Link(string? id) => stripe.In(FakeStripe.PlatformAccount, platform =>
        platform.Wish(id) is { } sent ? new FakeOnboardingLink(sent.Text("account")!, sent.Text("return_url")!) : null);
}

/// <param name="Return">Where the platform wants its visitor back, finished or not.</param>
public sealed record FakeOnboardingLink(string Account, string Return);
