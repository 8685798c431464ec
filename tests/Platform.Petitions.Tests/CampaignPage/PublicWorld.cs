using Microsoft.EntityFrameworkCore;
using Platform.Petitions.Accounts;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Organisations;
using Platform.Testing.Data;
using Platform.Testing.Hosts;

namespace Platform.Petitions.Tests.CampaignPage;

/// <summary>A host with an organisation that publishes; pages are made anew for each request, so that nothing waits for a second to pass.</summary>
public class PublicWorld : TestHost
{
    public Organisation Organisation { get; private set; } = null!;

    public User Author { get; private set; } = null!;

    protected override Dictionary<string, string?> Settings => new() { ["Pages:Freshness"] = "00:00:00", ["Pages:Longest"] = "00:00:00" };

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Author = new User { Name = "Robin Maker", UserName = "robin", Email = "robin@example.org", EmailConfirmed = true };
        Organisation = new Organisation("friends-of-kavoos", "Friends of Kavoos", "en");
        await InDbAsync(null, async db =>
        {
            db.Add(Author);
            db.Add(Organisation);
            return await db.SaveChangesAsync();
        });
    }

    public Task<Campaign> CampaignAsync(CampaignStatus status = CampaignStatus.Published, Action<CampaignSpec>? with = null) =>
        this.CampaignAsync(Organisation, Author, status, with);

    public string AddressOf(Campaign campaign) => $"/{Organisation.Slug}/{campaign.Slug}";

    /// <summary>Changes a campaign as its own methods do.</summary>
    public Task<int> ChangeAsync(Campaign campaign, Action<Campaign> change) => InDbAsync(Organisation.Id, async db =>
    {
        change(await db.Campaigns.Include(c => c.Texts).SingleAsync(c => c.Id == campaign.Id));
        return await db.SaveChangesAsync();
    });

    /// <summary>Puts a finished move's times into the past or future.</summary>
    public Task<int> TimesAsync(Campaign campaign, DateTimeOffset? opensAt, DateTimeOffset closesAt) => InDbAsync(Organisation.Id, db =>
        db.Campaigns.Where(c => c.Id == campaign.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.OpensAt, opensAt).SetProperty(c => c.ClosesAt, closesAt)));
}
