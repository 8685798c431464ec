using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Browser.Tests.Browsing;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Challenges;
using Platform.Testing.Data;

namespace Platform.Browser.Tests.Pages;

/// <summary>A stranger's walk: the demo, and campaigns in the states it has none of.</summary>
public sealed class PublicWalk(Site site) : Walk(site)
{
    private readonly Dictionary<string, string> addresses = [];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var now = TimeProvider.System.GetUtcNow();
        await StageAsync("upcoming", CampaignStatus.Published, spec => spec.OpensAt = now.AddDays(5));
        await StageAsync("closed", CampaignStatus.Closed, spec => spec.ClosedBecause = ClosingReason.Time);
        await StageAsync("archived", CampaignStatus.Archived);
        await StageAsync("rejected", CampaignStatus.Rejected);
        await StageAsync("suspended", CampaignStatus.Suspended);
        await StageAsync("removed", CampaignStatus.Removed);
        await GatheringAsync();
        var attacked = await StageAsync("attacked", CampaignStatus.Published);
        await Site.Services.GetRequiredService<ChallengeCampaigns>().RunAsync([attacked.Campaign.Id], ChallengeCampaigns.AfterHour, CancellationToken.None);
        var corrected = await StageAsync("corrected", CampaignStatus.Published, spec => spec.Body = "Stays.\n\nWas wrong.");
        await Site.ConfirmedSignersAsync(corrected.Campaign, 3);
        await Site.InDbAsync(corrected.Organisation.Id, async db =>
        {
            var campaign = await db.Campaigns.Include(c => c.Texts).SingleAsync(c => c.Id == corrected.Campaign.Id);
            campaign.ApproveText(campaign.Write("en", "The corrected petition", "Reopen his case.", "Stays.\n\nIs right.", corrected.Organiser.Id, now), corrected.Organiser.Id, now);
            return await db.SaveChangesAsync();
        });
    }

    /// <param name="place">An address, or <c>{state}</c> of a campaign and what follows.</param>
    public string AddressOf(string place) => place is ['{', ..] ? addresses[place[1..place.IndexOf('}', StringComparison.Ordinal)]] + place[(place.IndexOf('}', StringComparison.Ordinal) + 1)..] : place;

    /// <summary>A campaign that needs nobody is sent on by the clock.</summary>
    internal static Task<int> NeedCoSponsorsAsync(Site site, Stage stage) => site.InDbAsync(null, db =>
        db.Organisations.Where(o => o.Id == stage.Organisation.Id).ExecuteUpdateAsync(set => set.SetProperty(o => o.MinimumCoSponsors, 5).SetProperty(o => o.MaximumCoSponsors, 20)));

    /// <summary>By who asks for co-sponsors before it gathers any: the clock would have sent it on.</summary>
    private async Task GatheringAsync()
    {
        var stage = await Stage.SetAsync(Site, CampaignStatus.Draft);
        await NeedCoSponsorsAsync(Site, stage);
        var campaign = await Site.CampaignAsync(stage.Organisation, stage.Organiser, CampaignStatus.Gathering, spec => spec.Title = "The gathering petition");
        addresses["gathering"] = $"/{stage.Organisation.Slug}/{campaign.Slug}";
    }

    private async Task<Stage> StageAsync(string name, CampaignStatus status, Action<CampaignSpec>? with = null)
    {
        var stage = await Stage.SetAsync(Site, status, spec =>
        {
            spec.Title = $"The {name} petition";
            with?.Invoke(spec);
        });
        addresses[name] = stage.Path;
        return stage;
    }
}
