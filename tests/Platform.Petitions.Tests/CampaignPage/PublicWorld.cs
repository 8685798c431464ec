using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Petitions.Accounts;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Counting;
using Platform.Petitions.Database;
using Platform.Petitions.Organisations;
using Platform.Testing.Data;
using Platform.Testing.Hosts;

namespace Platform.Petitions.Tests.CampaignPage;

/// <summary>A host with an organisation that publishes; pages are made anew for each request, so that nothing waits for a second to pass.</summary>
public class PublicWorld : TestHost
{
    public Organisation Organisation { get; private set; } = null!;

    public User Author { get; private set; } = null!;

    protected override Dictionary<string, string?> Settings => new() { ["Pages:Freshness"] = "00:00:00", ["Pages:Longest"] = "00:00:00", ["Pages:Lists"] = "00:00:00", ["Pages:Searches"] = "00:00:00", ["Pages:Patience"] = "00:01:00" };

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

    /// <summary>Notes all counts as the clock does.</summary>
    public Task<int> SampleAsync() => InScopeAsync(null, async services =>
    {
        await ActivatorUtilities.CreateInstance<SampleJob>(services).RunAsync(CancellationToken.None);
        return 0;
    });

    /// <summary>What the count had been when yesterday's sample was noted.</summary>
    public Task<int> YesterdayAsync(Campaign campaign, long confirmed) => HadAsync(campaign, "25 hours", confirmed);

    /// <param name="ago">As PostgreSQL writes intervals.</param>
    public Task<int> HadAsync(Campaign campaign, string ago, long confirmed) => RunAsync(
        $"insert into petitions.count_samples values (@tenant, @campaign, now() - interval '{ago}', @confirmed) on conflict do nothing", campaign, confirmed);

    /// <summary>The count after signatures left it.</summary>
    public Task<int> SetCountAsync(Campaign campaign, long confirmed) => RunAsync(
        "update petitions.campaign_counts set confirmed = @confirmed where tenant_id = @tenant and campaign_id = @campaign", campaign, confirmed);

    private async Task<int> RunAsync(string sql, Campaign campaign, long confirmed)
    {
        await using var command = Services.GetRequiredService<EngineDataSource>().Command(sql);
        command.Parameters.AddWithValue("tenant", campaign.TenantId);
        command.Parameters.AddWithValue("campaign", campaign.Id);
        command.Parameters.AddWithValue("confirmed", confirmed);
        return await command.ExecuteNonQueryAsync();
    }
}
