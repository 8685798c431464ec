using Platform.Core.Access;
using Platform.Petitions.Campaigns;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.Drafting;

public sealed class PreviewTests(TestHost host) : IClassFixture<TestHost>
{
    private const string Body =
        """
        # Why now

        He is **one of us** — see [the report](https://example.org/r?a=1&b=2) and <b>no tags</b>.

        - first
        - second *point*

        | a | b |
        |---|---|
        | 1 | 2 |

        > quoted “so”

        [never](javascript:alert(1)) ![no](https://evil.example/x.png) https://example.org/plain
        """;

    [Fact]
    public async Task What_is_shown_while_typing_before_submitting_and_to_the_public_is_the_same_to_the_byte()
    {
        var stage = await Stage.SetAsync(host, CampaignStatus.Draft, c =>
        {
            c.Body = Body;
            c.Links.Add(new CampaignLink { Label = "Our own page", Url = "https://kavoos.example/" });
        });
        var (editor, _) = await host.MemberAsync(stage.Organisation, MemberRole.Editor);
        var typed = (await editor.PostDirectlyAsync($"/{stage.Organisation.Slug}/desk/preview", ("text", Body))).Source;
        var writing = await editor.GetAsync(Edit(stage, "why"));
        var preview = await editor.GetAsync(Edit(stage, "preview"));
        var now = TimeProvider.System.GetUtcNow();
        await host.InDbAsync(stage.Organisation.Id, async db =>
        {
            var campaign = db.Campaigns.Single(c => c.Id == stage.Campaign.Id);
            db.Entry(campaign).Collection(c => c.Texts).Load();
            Assert.Equal(MoveRefusal.None, campaign.Submit(MoveActor.Organiser, now));
            Assert.Equal(MoveRefusal.None, campaign.Publish(MoveActor.Moderator, null, true, true, now));
            return await db.SaveChangesAsync();
        });
        var page = await host.Visitor().GetAsync(stage.Path);

        Assert.Contains(typed.Trim(), writing.Source, StringComparison.Ordinal);
        Assert.Contains(typed.Trim(), preview.Source, StringComparison.Ordinal);
        Assert.Contains(typed.Trim(), page.Source, StringComparison.Ordinal);
        Assert.Equal("one of us", page.One(".prose strong"));
        Assert.Empty(page.Html.QuerySelectorAll(".prose script, .prose img, .prose b, .prose a[href^='javascript']"));
        Assert.All(page.Html.QuerySelectorAll(".prose a[href], .story a[href^='https://kavoos']"), link => Assert.Equal("nofollow ugc noopener", link.GetAttribute("rel")));
        Assert.NotEmpty(page.Html.QuerySelectorAll(".story a[href='https://kavoos.example/']"));
    }

    private static string Edit(Stage stage, string step) => $"/{stage.Organisation.Slug}/desk/campaigns/{stage.Campaign.Id}/edit/{step}";
}
