using Microsoft.EntityFrameworkCore;
using Platform.Browser.Tests.Browsing;
using Platform.Core.Tenancy;
using Platform.Petitions.Accounts;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Organisations;
using Platform.Testing.Data;

namespace Platform.Browser.Tests.Pages;

/// <summary>The demo's organiser at the desks of three organisations, and of one that has nothing yet.</summary>
public sealed class DeskWalk(Site site) : Walk(site)
{
    private readonly Dictionary<string, string> addresses = [];
    private readonly Dictionary<string, Guid> drafts = [];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var user = (await WhoAsync())!;
        var stage = await Stage.SetAsync(Site, CampaignStatus.Rejected, spec => spec.Title = "The rejected petition");
        await Site.JoinAsync(user, stage.Organisation);
        await PublicWalk.NeedCoSponsorsAsync(Site, stage);
        foreach (var status in new[] { CampaignStatus.Suspended, CampaignStatus.Removed, CampaignStatus.Gathering, CampaignStatus.Archived, CampaignStatus.ChangesRequested })
        {
            await Site.CampaignAsync(stage.Organisation, user, status, spec => spec.Title = $"The {status} petition");
        }

        var empty = await Site.OrganisationAsync("nothing-yet");
        await Site.JoinAsync(user, empty);
        var campaigns = await Site.InDbAsync(null, db => db.AcrossTenants<Campaign>().Where(c => c.TenantId == stage.Organisation.Id || db.Organisations.Any(o => o.Id == c.TenantId && (o.Slug == "friends-of-kavoos" || o.Slug == "rues-calmes" || o.Slug == "zayandehrud")))
            .Join(db.Organisations, c => c.TenantId, o => o.Id, (c, o) => new { c.Slug, c.Id, Organisation = o.Slug }).ToListAsync());
        foreach (var campaign in campaigns)
        {
            if (campaign.Slug == "let-kavoos-stay")
            {
                await BeginUpdatesAsync(campaign.Id);
            }

            addresses[campaign.Slug] = $"/{campaign.Organisation}/desk/campaigns/{campaign.Id}";
        }
    }

    /// <param name="place">An address, or <c>{campaign}</c> and what follows; in it <c>draft</c> and <c>emptied</c> stand for updates that are being written.</param>
    public string AddressOf(string place) => drafts.Aggregate(Place(place), (address, draft) => address.Replace("/updates/" + draft.Key, $"/updates/{draft.Value}", StringComparison.Ordinal));

    private string Place(string place) => place is ['{', ..] ? addresses[place[1..place.IndexOf('}', StringComparison.Ordinal)]] + place[(place.IndexOf('}', StringComparison.Ordinal) + 1)..] : place;

    protected override async Task<User?> WhoAsync() => await Site.InDbAsync(null, db => db.Users.AsNoTracking().SingleAsync(u => u.Email == "organiser@demo.example"));

    private async Task BeginUpdatesAsync(Guid id)
    {
        var campaign = await Site.InDbAsync(null, db => db.AcrossTenants<Campaign>().AsNoTracking().SingleAsync(c => c.Id == id));
        foreach (var draft in new[] { "draft", "emptied" })
        {
            drafts[draft] = (await Site.DraftAsync(campaign, $"News that is a {draft}")).Id;
        }
    }
}
