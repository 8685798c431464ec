using Microsoft.AspNetCore.Mvc;
using Platform.Core.Access;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Pictures;

namespace Platform.Petitions.Drafting;

[OrganiserPage(MemberRole.Editor)]
[Route("/{org}/desk/campaigns/{id:guid}/edit/title")]
public sealed class TitleController(DraftDesk desk) : StepController<TitleForm>(desk)
{
    protected override string Step => DraftStep.Title;
}

[OrganiserPage(MemberRole.Editor)]
[Route("/{org}/desk/campaigns/{id:guid}/edit/decision-makers")]
public sealed class DecisionMakersController(DraftDesk desk) : StepController<DecisionMakersForm>(desk)
{
    protected override string Step => DraftStep.DecisionMakers;
}

[OrganiserPage(MemberRole.Editor)]
[Route("/{org}/desk/campaigns/{id:guid}/edit/why")]
public sealed class WhyController(DraftDesk desk) : StepController<WhyForm>(desk)
{
    protected override string Step => DraftStep.Why;
}

/// <summary>Its save takes an upload, so it alone may be sent more than the rest of the platform.</summary>
[OrganiserPage(MemberRole.Editor)]
[Route("/{org}/desk/campaigns/{id:guid}/edit/picture")]
public sealed class PictureController(DraftDesk desk, StorePicture pictures) : StepController<PictureForm>(desk)
{
    private const long BodyLimit = PictureEncoder.MostBytes + 512 * 1024;

    private Picture? stored;

    protected override string Step => DraftStep.Picture;

    [RequestSizeLimit(BodyLimit)]
    public override async Task<IActionResult> Save(Guid id, PictureForm? form, string? go, CancellationToken ct)
    {
        if (form?.Picture is { Length: > 0 } upload && await Desk.Drafts.FindAsync(id, ct) is { } campaign && IsOpen(campaign))
        {
            (stored, var problem) = await pictures.RunAsync(upload, ct);
            if (problem is not null)
            {
                ModelState.AddModelError(nameof(PictureForm.Picture), problem);
            }
        }

        return await base.Save(id, form, go, ct);
    }

    protected override Task SaveMoreAsync(Campaign campaign, PictureForm form, CancellationToken ct)
    {
        if (stored is not null)
        {
            pictures.Keep(stored);
            campaign.Show(stored.Id, campaign.PictureAlt);
        }

        if (campaign.PictureId is not null && string.IsNullOrEmpty(form.Alt))
        {
            ModelState.TryAddModelError(nameof(PictureForm.Alt), "desk.alt-missing");
        }

        return Task.CompletedTask;
    }
}

/// <summary>Goal and dates can be adjusted while the campaign is public.</summary>
[OrganiserPage(MemberRole.Editor)]
[Route("/{org}/desk/campaigns/{id:guid}/edit/details")]
public sealed class DetailsController(DraftDesk desk, CampaignSlugs slugs) : StepController<DetailsForm>(desk)
{
    protected override string Step => DraftStep.Details;

    protected override bool IsOpen(Campaign campaign) => DraftRules.CanAdjust(campaign.Status);

    protected override async Task SaveMoreAsync(Campaign campaign, DetailsForm form, CancellationToken ct)
    {
        // While a slug is typed every keystroke would be reserved for ever, so only a finished form renames.
        if (Request.Path.Value?.EndsWith("/autosave", StringComparison.Ordinal) != true
            && Core.Text.Slug.IsValid(form.Slug) && form.Slug != campaign.Slug && !await slugs.RenameAsync(campaign, form.Slug!, ct))
        {
            ModelState.TryAddModelError(nameof(DetailsForm.Slug), "desk.slug-taken");
        }
    }
}
