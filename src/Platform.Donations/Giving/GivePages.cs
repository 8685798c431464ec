using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Platform.Core.Text;

namespace Platform.Donations.Giving;

/// <summary>What both giving pages do with their form.</summary>
public sealed class GivePages(BeginGift begin, GivingLimits limits, GivenTotals totals, Localiser texts)
{
    /// <summary>Nothing on it is chosen for the giver but the first currency and, where there is no choice, how.</summary>
    public IActionResult Show(Controller controller, OpenPlace open, string? currency)
    {
        var settings = open.Settings;
        var form = new GiveForm
        {
            Attempt = Guid.NewGuid(),
            Currency = (settings.TermsOf(currency) ?? settings.Currencies[0]).Currency,
            How = settings is { Once: true, Monthly: true } ? null : settings.Once ? "once" : "monthly",
            Lang = texts.Language.Code,
        };
        return controller.View("/Giving/Give.cshtml", Page(open, form));
    }

    public async Task<IActionResult> TakeAsync(Controller controller, OpenPlace open, GiveForm form, CancellationToken ct)
    {
        var problems = controller.ModelState;
        if (GiveRules.Read(form, open.Settings, texts, problems) is not { } amount)
        {
            return Again(controller, open, form, StatusCodes.Status422UnprocessableEntity);
        }

        if (!limits.Take(controller.HttpContext.Connection.RemoteIpAddress))
        {
            problems.AddModelError("", "giving.too-many");
            return Again(controller, open, form, StatusCodes.Status429TooManyRequests);
        }

        switch (await begin.RunAsync(open.Place, open.Settings, form, amount, texts.Language, ct))
        {
            case BeginAnswer.Pay(var page):
                return new RedirectResult(page.AbsoluteUri);
            case BeginAnswer.Known(var session):
                return controller.Redirect($"{open.Place.Path}/thanks/{session}");
            case BeginAnswer.Away:
                problems.AddModelError("", "giving.away");
                controller.Response.Headers.RetryAfter = "30";
                return Again(controller, open, form, StatusCodes.Status503ServiceUnavailable);
            case var other:
                throw new InvalidOperationException($"{other} has no page.");
        }
    }

    private ViewResult Again(Controller controller, OpenPlace open, GiveForm form, int status)
    {
        if (form.Attempt == Guid.Empty)
        {
            form.Attempt = Guid.NewGuid();
            controller.ModelState.Remove(nameof(GiveForm.Attempt));
        }

        controller.Response.StatusCode = status;
        return controller.View("/Giving/Give.cshtml", Page(open, form));
    }

    private GivePage Page(OpenPlace open, GiveForm form)
    {
        form.Open = open;
        var given = open.Settings.ShowTotal && open.Place.Campaign is { } campaign ? totals.Rounded(campaign.Id) : [];
        return new GivePage(form, open.Place, open.Settings, open.Settings.PurposeIn(texts.Language.Code)!, given);
    }
}

/// <param name="Totals">What was given so far, rounded down; empty where the organisation does not show it.</param>
public sealed record GivePage(
    GiveForm Form, GivingPlace Place, DonationSettings.GivingSettings Settings, DonationSettings.GivingPurpose Purpose, IReadOnlyList<(string Currency, long Amount)> Totals);
