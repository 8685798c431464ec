using Platform.Core.Access;
using Platform.Donations.Giving;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Donations.Tests.Gifts;

public sealed class GiftListTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task The_list_is_read_along_its_key_and_shows_each_gift_once_newest_first_also_while_more_are_given()
    {
        var stage = await GivingStage.SetAsync(host);
        var now = TimeProvider.System.GetUtcNow();

        // Sixty at one moment: the id alone tells them apart.
        var gifts = Enumerable.Range(0, 120).Select(n => Gift(stage, now.AddMinutes(-Math.Max(n - 60, 0)))).ToList();
        await AddAsync(stage, gifts);
        var owner = await host.UserAsync();
        await host.JoinAsync(owner, stage.Organisation, MemberRole.Owner);
        var visitor = await host.AtDeskAsync(owner);

        var seen = new List<Guid>();
        var page = await visitor.GetAsync($"/{stage.Organisation.Slug}/desk/gifts");
        while (true)
        {
            seen.AddRange(page.Html.QuerySelectorAll("table a").Select(a => Guid.Parse(a.GetAttribute("href")!.Split('/')[^1])));
            if (page.Html.QuerySelector(".pages a[rel=next]")?.GetAttribute("href") is not { } next)
            {
                break;
            }

            await AddAsync(stage, [Gift(stage, TimeProvider.System.GetUtcNow())]);
            page = await visitor.GetAsync(next);
        }

        Assert.Equal(gifts.Select(g => g.Id).Order(), seen.Order());
        var at = gifts.ToDictionary(g => g.Id, g => g.CreatedAt);
        Assert.Equal(seen.Select(id => at[id]).OrderDescending(), seen.Select(id => at[id]));
    }

    private Task<int> AddAsync(Stage stage, IEnumerable<Donation> gifts) => host.InDonationsAsync(stage.Organisation.Id, db =>
    {
        db.Donations.AddRange(gifts);
        return db.SaveChangesAsync();
    });

    private static Donation Gift(Stage stage, DateTimeOffset at) => new(Guid.NewGuid(), stage.Campaign.Id, 1000, 0, "eur", monthly: false, "acct_list", "Ada", "ada@list.example", "en", at);
}
