using System.Linq.Expressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Modules;
using Platform.Core.Text;

namespace Platform.Donations.Giving;

/// <summary>What both controllers of givers' own gifts do.</summary>
public sealed class GiftPages(DonationsDb db, ICampaignDirectory campaigns, GiftLinks links, StopMonthly stop, Localiser texts, Catalogue catalogue, TimeProvider clock)
{
    // Stripe's word comes a moment after its redirect.
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(250);
    private const int Beats = 8;

    /// <summary>Says what Stripe has said, and nothing that the browser's coming back could mean.</summary>
    public async Task<IActionResult> ThanksAsync(Controller controller, OpenPlace open, string session, CancellationToken ct)
    {
        if (await FindAsync(d => d.CheckoutSessionId == session, open, ct) is not { } gift)
        {
            return controller.NotFound();
        }

        for (var beat = 0; beat < Beats && gift.State == DonationState.Pending; beat++)
        {
            await Task.Delay(Beat, clock, ct);
            await db.Entry(gift).ReloadAsync(ct);
        }

        return controller.View("/Giving/Thanks.cshtml", new GiftPage(gift, await PlaceAsync(open, ct), [], gift.PaidAt is null ? null : links.Manage(gift)));
    }

    public async Task<IActionResult> ManageAsync(Controller controller, OpenPlace open, string token, CancellationToken ct) =>
        await OpenAsync(open, token, ct) is { } gift ? controller.View("/Giving/Manage.cshtml", await PageAsync(gift, open, token, ct)) : controller.NotFound();

    public async Task<IActionResult> StopAsync(Controller controller, OpenPlace open, string token, CancellationToken ct)
    {
        if (await OpenAsync(open, token, ct) is not { } gift)
        {
            return controller.NotFound();
        }

        if (await stop.RunAsync(gift, ct))
        {
            return controller.Redirect($"{open.Place.Path}/manage/{token}");
        }

        controller.ModelState.AddModelError("", "giving.stop-away");
        controller.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return controller.View("/Giving/Manage.cshtml", await PageAsync(gift, open, token, ct));
    }

    /// <summary>A monthly gift that runs on still needs to know whom it belongs to.</summary>
    public async Task<IActionResult> ForgetAsync(Controller controller, OpenPlace open, string token, CancellationToken ct)
    {
        if (await OpenAsync(open, token, ct) is not { } gift)
        {
            return controller.NotFound();
        }

        if (gift.MonthlyStage is MonthlyStage.None or MonthlyStage.Stopped && gift.State != DonationState.Pending)
        {
            foreach (var payment in await db.Donations.Where(d => d.Id == gift.Id || d.RenewalOf == gift.Id).ToListAsync(ct))
            {
                payment.Erase(clock.GetUtcNow());
            }

            await db.SaveChangesAsync(ct);
        }

        return controller.Redirect($"{open.Place.Path}/manage/{token}");
    }

    private Task<Donation?> OpenAsync(OpenPlace open, string token, CancellationToken ct) => links.ReadManage(token) is { } id ? FindAsync(d => d.Id == id, open, ct) : Task.FromResult<Donation?>(null);

    /// <summary>In the giver's language, and at the address of its own campaign only.</summary>
    private async Task<Donation?> FindAsync(Expression<Func<Donation, bool>> which, OpenPlace open, CancellationToken ct)
    {
        var campaign = open.Place.Campaign?.Id;
        var gift = await db.Donations.Where(which).SingleOrDefaultAsync(d => d.CampaignId == campaign, ct);
        texts.Language = catalogue.Find(gift?.Language) ?? texts.Language;
        return gift;
    }

    /// <summary>The campaign by its title in the giver's language, which is known only now.</summary>
    private async Task<GivingPlace> PlaceAsync(OpenPlace open, CancellationToken ct) =>
        open.Place.Campaign is { } campaign && await campaigns.FindAsync(campaign.Id, texts.Language.Code, ct) is { } told ? open.Place with { Campaign = told } : open.Place;

    private async Task<GiftPage> PageAsync(Donation gift, OpenPlace open, string token, CancellationToken ct) => new(
        gift, await PlaceAsync(open, ct), await db.Donations.AsNoTracking().Where(d => d.RenewalOf == gift.Id).OrderByDescending(d => d.CreatedAt).ToListAsync(ct), token);
}

/// <param name="Renewals">Of a monthly gift, newest first.</param>
/// <param name="Token">For looking after it; null while there is nothing to look after.</param>
public sealed record GiftPage(Donation Gift, GivingPlace Place, IReadOnlyList<Donation> Renewals, string? Token);
