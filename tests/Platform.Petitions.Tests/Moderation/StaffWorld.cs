using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Petitions.Accounts;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Moderation;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.Moderation;

/// <summary>A platform with staff at their desks: two moderators and an admin. Kept pages are made anew for each request.</summary>
public class StaffWorld : TestHost
{
    public User ModeratorUser { get; private set; } = null!;

    public Visitor Moderator { get; private set; } = null!;

    public Visitor Second { get; private set; } = null!;

    public User AdminUser { get; private set; } = null!;

    public Visitor Admin { get; private set; } = null!;

    protected override Dictionary<string, string?> Settings => new() { ["Pages:Freshness"] = "00:00:00", ["Pages:Longest"] = "00:00:00", ["Pages:Lists"] = "00:00:00", ["Pages:Searches"] = "00:00:00", ["Pages:Patience"] = "00:01:00", ["Review:Undo"] = "00:00:01" };

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        ModeratorUser = await this.UserAsync("Mona Moderator", PlatformRole.Moderator);
        AdminUser = await this.UserAsync("Ada Admin", PlatformRole.Admin);
        Moderator = await this.SignedInAsync(ModeratorUser);
        Second = await this.SignedInAsync(await this.UserAsync("Milo Moderator", PlatformRole.Moderator));
        Admin = await this.SignedInAsync(AdminUser);
    }

    /// <summary>The campaign as it is stored now.</summary>
    public Task<Campaign> ReadAsync(Campaign campaign) =>
        InDbAsync(campaign.TenantId, db => db.Campaigns.AsNoTracking().Include(c => c.Texts).SingleAsync(c => c.Id == campaign.Id));

    /// <summary>Acts noted about a campaign, oldest first.</summary>
    public Task<List<string>> ActsAsync(Campaign campaign) =>
        InDbAsync(campaign.TenantId, db => db.Audit.Where(a => a.CampaignId == campaign.Id).OrderBy(a => a.Id).Select(a => a.Action).ToListAsync());

    /// <summary>The newest line of the audit log.</summary>
    public Task<AuditEntry> LastActAsync() => InDbAsync(null, db => db.Audit.AsNoTracking().OrderByDescending(a => a.Id).FirstAsync());
}
