using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Core.Text;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Directory;

namespace Platform.Petitions.Feeds;

/// <summary>An organisation's petitions for programs, in its own language.</summary>
[PublicPage]
[ProducesResponseType(typeof(string), StatusCodes.Status200OK, AtomWriter.LinkType, AtomWriter.AnyXml, AtomWriter.OldXml)]
public sealed class OrganisationFeedController(PetitionsDb db, CampaignLists lists, FeedAnswers answers, Links links, TenantContext tenant, Catalogue catalogue, Localiser texts) : Controller
{
    private const int Shown = 30;

    // On an organisation's own host the word belongs to the platform, so the route is the plain one there.
    [HttpGet("/{org}/feed"), HttpHead("/{org}/feed")]
    [HttpGet("/feed"), HttpHead("/feed")]
    public async Task<IActionResult> Show(CancellationToken ct)
    {
        if (tenant.Id is not { } id || await db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id && o.SuspendedAt == null, ct) is not { } organisation)
        {
            return NotFound();
        }

        texts.Language = catalogue.Find(organisation.Language) ?? catalogue.Default;
        return await answers.OfPetitionsAsync(("feed", id), async made => new FeedSource(
            organisation.CreatedAt, $"organisation/{id}", organisation.Name,
            links.Organisation(organisation.Slug, organisation.Domain, "/feed"), links.Organisation(organisation.Slug, organisation.Domain),
            await lists.Listed.OrderByDescending(c => c.PublishedAt).ThenByDescending(c => c.Id).Take(Shown).Select(c => c.Id).ToListAsync(made)), ct);
    }
}
