using System.Net;
using System.Xml.Linq;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Tests.Api;
using Platform.Petitions.Tests.CampaignPage;
using Platform.Petitions.Tests.Feeds;
using Platform.Testing.Data;
using Xunit;

namespace Platform.Petitions.Tests.Updates;

/// <summary>Updates as strangers and programs read them.</summary>
public sealed class UpdatePageTests(PublicWorld world) : IClassFixture<PublicWorld>
{
    [Fact]
    public async Task The_campaign_s_page_shows_the_newest_three_and_how_many_there_are()
    {
        var campaign = await world.CampaignAsync();
        Assert.Null((await world.Visitor().GetAsync(world.AddressOf(campaign))).Html.QuerySelector(".updates"));
        foreach (var number in Enumerable.Range(1, 5))
        {
            await world.UpdateAsync(campaign, $"News {number}");
        }

        var page = await world.Visitor().GetAsync(world.AddressOf(campaign));
        Assert.Equal(["News 5", "News 4", "News 3"], page.Html.QuerySelectorAll(".updates h3").Select(h => h.TextContent.Trim()));
        var all = page.Html.QuerySelector("a[href*='/updates?']")!;
        Assert.Equal("All updates: 5", all.TextContent);
        Assert.Equal(5, (await world.Visitor().GetAsync(all.GetAttribute("href")!)).Html.QuerySelectorAll(".updates > li").Length);
    }

    [Fact]
    public async Task All_updates_are_found_page_by_page_each_once()
    {
        var campaign = await world.CampaignAsync();
        foreach (var number in Enumerable.Range(1, 45))
        {
            await world.UpdateAsync(campaign, $"News {number}");
        }

        var seen = new List<string>();
        for (string? next = world.AddressOf(campaign) + "/updates"; next is not null;)
        {
            var page = await world.Visitor().GetAsync(next);
            seen.AddRange(page.Html.QuerySelectorAll(".updates h3").Select(h => h.TextContent.Trim()));
            next = page.Html.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal(Enumerable.Range(1, 45).Reverse().Select(i => $"News {i}"), seen);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Visitor().GetAsync(world.AddressOf(campaign) + "/updates?before=1")).Status);
    }

    [Fact]
    public async Task An_update_has_an_address_to_pass_on_and_carries_no_cookie()
    {
        var campaign = await world.CampaignAsync(with: c => c.Translations.Add(("fr", "Ramenez Kavoos", "Rouvrez.", "Parce que.")));
        await world.UpdateAsync(campaign, "First news");
        await world.UpdateAsync(campaign, "Second <b>news</b>", "<script>alert(1)</script>\n\nIt is [here](javascript:alert(2)).");
        var address = world.AddressOf(campaign) + "/updates/2";
        var page = await world.Visitor().GetAsync(address + "?lang=fr");
        var head = page.Html.Head!;
        Assert.Equal(("fr", "en"), (page.Html.DocumentElement.GetAttribute("lang"), page.Html.QuerySelector("h1")!.GetAttribute("lang")));
        Assert.Equal("http://localhost" + address, head.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal("Second <b>news</b>", head.QuerySelector("meta[property='og:title']")!.GetAttribute("content"));
        Assert.Contains("\"@type\":\"Article\"", head.QuerySelector("script[type='application/ld+json']")!.TextContent.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Null(head.QuerySelector("meta[name=robots]"));
        Assert.Empty(page.Html.QuerySelectorAll(".prose script, .prose a[href]"));
        Assert.Equal("First news", page.One("a[rel=prev]"));
        Assert.True(page.Response.Headers.CacheControl is { Public: true });
        Assert.False(page.Response.Headers.Contains("Set-Cookie"));
        using var again = new HttpRequestMessage(HttpMethod.Get, address + "?lang=fr");
        again.Headers.IfNoneMatch.Add(page.Response.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await world.Visitor().Http.SendAsync(again, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Visitor().GetAsync(world.AddressOf(campaign) + "/updates/3")).Status);
    }

    [Fact]
    public async Task Words_in_another_language_say_which_and_run_their_own_way()
    {
        var campaign = await world.CampaignAsync();
        await world.UpdateAsync(campaign, "دادگاه می‌شنود", "فردا **ساعت نه**.", "fa");
        var page = await world.Visitor().GetAsync(world.AddressOf(campaign) + "/updates/1");
        Assert.Equal("fa", page.Html.DocumentElement.GetAttribute("lang"));
        page = await world.Visitor().GetAsync(world.AddressOf(campaign));
        Assert.Equal(("fa", "rtl"), (page.Html.QuerySelector(".updates h3")!.GetAttribute("lang"), page.Html.QuerySelector(".updates h3")!.GetAttribute("dir")));
    }

    [Fact]
    public async Task A_petition_whose_words_nobody_reads_has_no_news_either()
    {
        var campaign = await world.CampaignAsync();
        await world.UpdateAsync(campaign, "News of what is suspended");
        await world.ChangeAsync(campaign, c => c.Suspend(MoveActor.Moderator, "Looked into."));
        foreach (var address in new[] { "/updates", "/updates/1", "/feed" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await world.Visitor().GetAsync(world.AddressOf(campaign) + address)).Status);
        }

        await world.JsonAsync($"/api/v1/campaigns/{campaign.Id}/updates", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Programs_read_them_in_the_feed_and_by_links_both_ways()
    {
        var campaign = await world.CampaignAsync();
        foreach (var number in Enumerable.Range(1, 60))
        {
            await world.UpdateAsync(campaign, $"News {number}", "Come if you **can**.", number == 60 ? "fa" : "en");
        }

        var list = $"/api/v1/campaigns/{campaign.Id}/updates";
        var first = await world.JsonAsync(list);
        Assert.Equal((60, 50), (first.GetProperty("total").GetInt32(), first.GetProperty("items").GetArrayLength()));
        var newest = first.GetProperty("items")[0];
        Assert.Equal((60, "fa", "News 60"), (newest.GetProperty("number").GetInt32(), newest.GetProperty("language").GetString(), newest.GetProperty("title").GetString()));
        Assert.Contains("<strong>can</strong>", newest.GetProperty("body").GetString(), StringComparison.Ordinal);
        Assert.Equal($"http://localhost{world.AddressOf(campaign)}/updates/60", newest.GetProperty("url").GetString());
        Assert.Null(first.Link("prev"));
        var second = await world.JsonAsync(first.Link("next")!);
        Assert.Equal(Enumerable.Range(1, 10).Reverse(), second.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("number").GetInt32()));
        Assert.Null(second.Link("next"));
        var back = await world.JsonAsync(second.Link("prev")!);
        Assert.Equal((60, 11), (back.GetProperty("items")[0].GetProperty("number").GetInt32(), back.GetProperty("items")[49].GetProperty("number").GetInt32()));

        var feed = XDocument.Parse((await world.Visitor().GetAsync(world.AddressOf(campaign) + "/feed")).Source);
        Assert.Equal([], AtomRules.Broken(feed, $"http://localhost{world.AddressOf(campaign)}/feed"));
        var entry = feed.Root!.Elements(AtomRules.Atom + "entry").First();
        Assert.Equal(("News 60", "Come if you can.", "fa"), (entry.Element(AtomRules.Atom + "title")!.Value, entry.Element(AtomRules.Atom + "summary")!.Value, entry.Attribute(XNamespace.Xml + "lang")!.Value));
        Assert.EndsWith("/updates/60", entry.Element(AtomRules.Atom + "link")!.Attribute("href")!.Value, StringComparison.Ordinal);
    }
}
