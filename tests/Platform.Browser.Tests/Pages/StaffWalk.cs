using Microsoft.EntityFrameworkCore;
using Platform.Browser.Tests.Browsing;
using Platform.Petitions.Accounts;
using Platform.Petitions.Campaigns;
using Platform.Testing.Data;

namespace Platform.Browser.Tests.Pages;

/// <summary>A platform admin, who sees all that moderators see and more.</summary>
public sealed class StaffWalk(Site site) : Walk(site)
{
    private readonly Dictionary<string, Guid> campaigns = [];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        foreach (var status in new[] { CampaignStatus.Submitted, CampaignStatus.Published, CampaignStatus.Rejected, CampaignStatus.Suspended, CampaignStatus.Closed })
        {
            var stage = await Stage.SetAsync(Site, status, spec => spec.Title = $"For staff: {status}");
            campaigns[status.ToString()] = stage.Campaign.Id;
            if (status == CampaignStatus.Published)
            {
                await Site.InDbAsync(stage.Organisation.Id, async db =>
                {
                    var campaign = await db.Campaigns.Include(c => c.Texts).SingleAsync(c => c.Id == stage.Campaign.Id);
                    var now = TimeProvider.System.GetUtcNow();
                    campaign.Write("en", "For staff: corrected", "Reopen his case.", "Kavoos has lived here for **twelve years**.", stage.Organiser.Id, now);
                    campaign.Write("fa", "برای ناظران", "پرونده‌اش را دوباره باز کنید.", "او این‌جا زندگی می‌کند.", stage.Organiser.Id, now);
                    return await db.SaveChangesAsync();
                });
                await Site.OfferShareTextsAsync(stage.Campaign, "Help him stay", "He is one of us");
                var visitor = Site.Visitor();
                await visitor.SubmitAsync(await visitor.GetAsync(stage.Path + "/report"), "main form", ("Reason", "spam"));
            }
        }

        campaigns["Waiting"] = (await Stage.SetAsync(Site, CampaignStatus.Submitted, spec => spec.Title = "For staff: waiting")).Campaign.Id;
        campaigns["Looked"] = (await Stage.SetAsync(Site, CampaignStatus.Submitted, spec => spec.Title = "For staff: as it will look")).Campaign.Id;
    }

    /// <param name="place">An address in which <c>{State}</c> stands for a campaign's id.</param>
    public string AddressOf(string place) => campaigns.Aggregate(place, (address, campaign) => address.Replace($"{{{campaign.Key}}}", campaign.Value.ToString(), StringComparison.Ordinal));

    protected override async Task<User?> WhoAsync() => await Site.InDbAsync(null, db => db.Users.AsNoTracking().SingleAsync(u => u.Email == "admin@demo.example"));
}
