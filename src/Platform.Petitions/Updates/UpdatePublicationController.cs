using Microsoft.AspNetCore.Mvc;
using Platform.Core.Access;
using Platform.Core.Text;
using Platform.Petitions.CampaignPage;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Database;

namespace Platform.Petitions.Updates;

/// <summary>A draft as everybody will read it, and the press that publishes it. Each of the two buttons says whether it mails, and to how many.</summary>
[OrganiserPage(MemberRole.Editor)]
[Route("/{org}/desk/campaigns/{id:guid}/updates/{update:guid}/publication")]
public sealed class UpdatePublicationController(UpdateDesk desk, PublishUpdate publish, CampaignViews pages, DatabaseClock clock, Catalogue catalogue) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid id, Guid update, CancellationToken ct) => await desk.FindAsync(id, update, ct) switch
    {
        null => NotFound(),
        (_, { IsDraft: false }) => LocalRedirect(desk.Address(id)),
        (_, var unfinished) when !UpdateForm.IsComplete(unfinished) => LocalRedirect(desk.Address(id, $"/{update}")),
        var (campaign, found) => await PageAsync(campaign, found, ct),
    };

    [HttpPost("")]
    public async Task<IActionResult> Publish(Guid id, Guid update, bool mail, CancellationToken ct)
    {
        if (await desk.FindAsync(id, update, ct) is not var (campaign, found))
        {
            return NotFound();
        }

        return await publish.RunAsync(campaign, update, mail, ct) switch
        {
            PublishAnswer.Unfinished => LocalRedirect(desk.Address(id, $"/{update}")),
            PublishAnswer.MailedLately => await PageAsync(campaign, found, ct),
            _ => LocalRedirect(desk.Address(id)),
        };
    }

    private async Task<IActionResult> PageAsync(Campaign campaign, CampaignUpdate update, CancellationToken ct)
    {
        var page = await pages.BuildAsync(campaign, catalogue.Find(update.Language) ?? catalogue.Default, ct);
        var text = UpdateText.Of(update, await publish.NextNumberAsync(campaign.Id, ct), await clock.NowAsync(ct));
        return View("/Updates/Publication.cshtml", new PublicationView(campaign, update, new UpdateView(page, text), await desk.OfferAsync(campaign, ct)));
    }
}

/// <param name="Page">As strangers will see it.</param>
public sealed record PublicationView(Campaign Campaign, CampaignUpdate Update, UpdateView Page, MailOffer Offer);
