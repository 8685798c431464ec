using Microsoft.EntityFrameworkCore;
using Platform.Petitions.Accounts;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Organisations;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.Campaigns;

public sealed class CampaignDataTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task A_campaign_can_be_made_in_every_state_with_its_count_rows()
    {
        var (organisation, author) = await SomebodyAsync();
        foreach (var status in Enum.GetValues<CampaignStatus>())
        {
            var made = await host.CampaignAsync(organisation, author, status);
            var read = await host.InDbAsync(organisation.Id, async db => new
            {
                Campaign = await db.Campaigns.Include(c => c.Texts).SingleAsync(c => c.Id == made.Id),
                Counts = await db.Counts.CountAsync(c => c.CampaignId == made.Id),
                Submissions = await db.Submissions.CountAsync(c => c.CampaignId == made.Id),
                Slugs = await db.Slugs.CountAsync(s => s.CampaignId == made.Id && s.Slug == made.Slug),
            });
            Assert.Equal((status, 1, 1, 1, "Bring Kavoos home"), (read.Campaign.Status, read.Counts, read.Submissions, read.Slugs, read.Campaign.Title));
        }
    }

    private async Task<(Organisation Organisation, User Author)> SomebodyAsync()
    {
        var author = new User { Name = "Maxine", UserName = "maxine", Email = "maxine@example.org" };
        var organisation = new Organisation("friends", "Friends of Kavoos", "en");
        await host.InDbAsync(null, async db =>
        {
            db.Add(author);
            db.Add(organisation);
            return await db.SaveChangesAsync();
        });
        return (organisation, author);
    }
}
