using System.Net;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Tests.CampaignPage;
using Platform.Testing.Data;
using Xunit;

namespace Platform.Petitions.Tests.Api;

public sealed class CampaignListTests(PublicWorld world) : IClassFixture<PublicWorld>
{
    private const string List = "/api/v1/campaigns";

    [Fact]
    public async Task Only_what_lists_may_show_is_ever_listed_whichever_way_it_is_asked_for()
    {
        var word = $"Wombat{Guid.NewGuid():N}";
        var shown = new List<Guid>();
        var all = new List<Guid>();
        foreach (var (status, reviewed) in Enum.GetValues<CampaignStatus>().Select(s => (s, true)).Append((CampaignStatus.Published, false)))
        {
            var campaign = await world.CampaignAsync(status, c => (c.Title, c.Reviewed) = (word, reviewed));
            all.Add(campaign.Id);
            if (reviewed && status is CampaignStatus.Published or CampaignStatus.Closed or CampaignStatus.Archived)
            {
                shown.Add(campaign.Id);
            }
        }

        foreach (var address in (string[])[$"{List}?q={word}", $"{List}?q={word}&organisation={world.Organisation.Slug}", $"{List}?ids={string.Join(',', all)}"])
        {
            Assert.Equal(shown.Order(), (await world.JsonAsync(address)).Ids().Order());
        }

        var file = await (await world.Visitor().RawAsync($"{List}.csv?q={word}")).Content.ReadAsStringAsync();
        Assert.Equal(all.Where(shown.Contains).Order(), all.Where(id => file.Contains(id.ToString(), StringComparison.Ordinal)).Order());
    }

    [Fact]
    public async Task A_program_that_follows_the_links_reads_everything_once_though_more_appears_in_front_meanwhile()
    {
        var word = $"Quokka{Guid.NewGuid():N}";
        var before = new List<Guid>();
        for (var i = 0; i < 7; i++)
        {
            before.Add((await world.CampaignAsync(with: c => c.Title = word)).Id);
        }

        var part = await world.JsonAsync($"{List}?q={word}&sort=newest&limit=3");
        Assert.Null(part.Link("prev"));
        Assert.Equal(7, part.GetProperty("total").GetInt64());
        var read = part.Ids();
        await world.CampaignAsync(with: c => c.Title = word);
        while (part.Link("next") is { } next)
        {
            part = await world.JsonAsync(next);
            read.AddRange(part.Ids());
        }

        Assert.Equal(((IEnumerable<Guid>)before).Reverse(), read);
        var last = part.Ids();
        Assert.Equal(last, (await world.JsonAsync(part.Link("self")!)).Ids());
        var back = await world.JsonAsync(part.Link("prev")!);
        Assert.Equal(read.Skip(read.Count - last.Count - 3).Take(3), back.Ids());
        Assert.Equal(before[0], (await world.JsonAsync(part.Link("last")!)).Ids()[^1]);
    }

    [Fact]
    public async Task A_list_goes_on_from_where_it_was_when_the_petition_it_stopped_at_has_left_it()
    {
        var word = $"Dugong{Guid.NewGuid():N}";
        var campaigns = new List<Campaign>();
        for (var i = 0; i < 4; i++)
        {
            campaigns.Add(await world.CampaignAsync(with: c => c.Title = word));
        }

        var first = await world.JsonAsync($"{List}?q={word}&sort=newest&limit=2");
        await world.ChangeAsync(campaigns[2], c => c.Remove(MoveActor.Moderator, "Gone."));
        Assert.Equal([campaigns[1].Id, campaigns[0].Id], (await world.JsonAsync(first.Link("next")!)).Ids());
    }

    [Fact]
    public async Task Facets_titles_and_narrowing_are_the_search_page_s()
    {
        var word = $"Axolotl{Guid.NewGuid():N}";
        var campaign = await world.CampaignAsync(with: c =>
        {
            (c.Title, c.Topic, c.Country) = (word, "animals", "MX");
            c.Translations.Add(("fr", "Sauvons l’axolotl", word, word));
        });
        await world.CampaignAsync(CampaignStatus.Closed, c => (c.Title, c.Topic) = (word, "health"));
        var list = await world.JsonAsync($"{List}?q={word}&topic=animals&locale=fr");
        var item = list.GetProperty("items").EnumerateArray().Single();
        Assert.Equal(campaign.Id, item.GetProperty("id").GetGuid());
        Assert.Equal("Sauvons l’axolotl", item.GetProperty("title").GetString());
        Assert.Equal("open", item.GetProperty("state").GetString());
        Assert.Equal("http://localhost" + world.AddressOf(campaign), item.GetProperty("url").GetString());
        Assert.Equal(["animals", "health"], list.GetProperty("facets").GetProperty("topic").EnumerateArray().Select(f => f.GetProperty("value").GetString()!).Order());
    }

    [Fact]
    public async Task An_organisation_s_list_and_an_organisation_s_own_host_know_no_other_s_petitions()
    {
        var word = $"Okapi{Guid.NewGuid():N}";
        var mine = await world.CampaignAsync(with: c => c.Title = word);
        var other = await world.OrganisationAsync();
        await world.CampaignAsync(other, world.Author, with: c => c.Title = word);
        Assert.Equal([mine.Id], (await world.JsonAsync($"{List}?q={word}&organisation={world.Organisation.Slug}")).Ids());
        Assert.Equal([mine.Id], (await world.JsonAsync($"http://{world.Organisation.Slug}.petitions.example{List}?q={word}")).Ids());
        await world.JsonAsync($"http://{world.Organisation.Slug}.petitions.example{List}?organisation={other.Slug}", HttpStatusCode.NotFound);
        await world.JsonAsync($"{List}?organisation=nobody-there", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task No_cell_of_the_file_runs_in_a_spreadsheet_and_its_name_says_what_is_in_it()
    {
        await world.CampaignAsync(with: c => (c.Title, c.Topic) = ("=cmd|'/c calc'!A1", "transport"));
        using var response = await world.Visitor().RawAsync($"{List}.csv?topic=transport&state=open");
        var bytes = await response.Content.ReadAsByteArrayAsync();
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Contains("'=cmd|", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(",=cmd", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("petitions-open-transport.csv", response.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
    }

    [Theory]
    [InlineData("state=half-open")]
    [InlineData("sort=loudest")]
    [InlineData("limit=0")]
    [InlineData("limit=many")]
    [InlineData("cursor=x")]
    [InlineData("ids=1,2")]
    [InlineData("topic=a%20b")]
    [InlineData("near=XX")]
    public async Task What_cannot_be_understood_is_refused_and_not_passed_over(string query)
    {
        var problem = await world.JsonAsync($"{List}?{query}", HttpStatusCode.BadRequest);
        Assert.Equal(query.Split('=')[0], problem.GetProperty("errors").EnumerateObject().Single().Name);
    }
}
