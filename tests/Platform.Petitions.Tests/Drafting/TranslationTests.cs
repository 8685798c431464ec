using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Tests.CampaignPage;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.Drafting;

/// <summary>A language more for a petition that is public: looked at on its own, and nothing else waits for it.</summary>
public sealed class TranslationTests(PublicWorld world) : IClassFixture<PublicWorld>
{
    // Its own in each test: petitions that are alike name each other on their pages.
    private readonly string french = $"Ramenez Kavoos chez lui {Guid.NewGuid().ToString("N")[..8]}";

    [Fact]
    public async Task Until_a_moderator_lets_it_through_nobody_finds_it_and_the_petition_stays()
    {
        var stage = await Stage.SetAsync(world);
        var moderator = await world.SignedInAsync(await world.UserAsync(role: PlatformRole.Moderator));
        await WriteAsync(stage);

        await NobodySeesAsync(stage);
        Assert.Equal(HttpStatusCode.OK, (await world.Visitor().GetAsync(stage.Path)).Status);
        var queue = await moderator.GetAsync("/admin/corrections");
        Assert.Contains("Translation: French", queue.One($".queue__item:has([href$='{stage.Campaign.Id}/fr/2'])"), StringComparison.Ordinal);

        var look = await moderator.GetAsync(Waiting(stage));
        Assert.Equal([french, "Bring Kavoos home"], look.Html.QuerySelectorAll(".split h3").Select(h => h.TextContent));
        await moderator.SubmitAsync(look, "form[action$='/approve']");

        var page = await world.Visitor().GetAsync(stage.Path + "?lang=fr");
        Assert.Equal(french, page.One("h1"));
        Assert.Equal(["x-default", "en", "fr"], page.Html.QuerySelectorAll("link[hreflang]").Select(l => l.GetAttribute("hreflang")));
        Assert.Contains("Traduction publiée français", page.Html.QuerySelectorAll(".timeline li").Select(l => string.Join(' ', l.QuerySelectorAll("b, bdi").Select(part => part.TextContent))));
        Assert.Contains($"{stage.Path}?lang=fr", (await world.Visitor().GetAsync($"/sitemap-petitions-{stage.Campaign.Id}.xml")).Source, StringComparison.Ordinal);
        Assert.Contains(stage.Path, (await world.Visitor().GetAsync("/search?lang=fr&q=ramenez")).Source, StringComparison.Ordinal);
        Assert.Contains("translation", (await world.Visitor().GetAsync($"/api/v1/campaigns/{stage.Campaign.Id}/timeline")).Source, StringComparison.Ordinal);
        var mail = await world.Mail.WaitAsync(stage.Organiser.Email!, "Your translation of “Bring Kavoos home” is public");
        Assert.Contains("(French)", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_one_is_kept_with_the_moderators_words_and_waits_again_once_it_is_better()
    {
        var stage = await Stage.SetAsync(world);
        var moderator = await world.SignedInAsync(await world.UserAsync(role: PlatformRole.Moderator));
        var editor = await WriteAsync(stage);
        var missing = await moderator.SubmitAsync(await moderator.GetAsync(Waiting(stage)), "form[action$='/refuse']");
        Assert.NotNull(missing.One("#reason-error"));
        await moderator.SubmitAsync(await moderator.GetAsync(Waiting(stage)), "form[action$='/refuse']", ("reason", "The demand says something else."));

        await NobodySeesAsync(stage);
        Assert.Equal(HttpStatusCode.NotFound, (await moderator.GetAsync(Waiting(stage))).Status);
        var mail = await world.Mail.WaitAsync(stage.Organiser.Email!, "Your translation of “Bring Kavoos home” was not published");
        Assert.Contains("The demand says something else.", mail.Text, StringComparison.Ordinal);

        var form = await editor.GetAsync(mail.Links.Single(link => link.AbsolutePath.Contains("/desk/", StringComparison.Ordinal)).PathAndQuery);
        Assert.Equal(("Not published", french), (form.One(".notice h2"), form.Html.QuerySelector("#Title")!.GetAttribute("value")));
        Assert.Contains("The demand says something else.", form.One(".notice"), StringComparison.Ordinal);
        await editor.SubmitAsync(form, "#text", ("Demand", "Rouvrez son dossier et laissez-le rester."));
        Assert.Equal(HttpStatusCode.OK, (await moderator.GetAsync(Waiting(stage))).Status);
        await NobodySeesAsync(stage);
    }

    [Fact]
    public async Task What_was_changed_while_a_moderator_read_it_is_not_let_through_unseen()
    {
        var stage = await Stage.SetAsync(world);
        var moderator = await world.SignedInAsync(await world.UserAsync(role: PlatformRole.Moderator));
        var editor = await WriteAsync(stage);
        var read = await moderator.GetAsync(Waiting(stage));
        await editor.SubmitAsync(await editor.GetAsync(Texts(stage, "/fr")), "#text", ("Title", "Tout autre chose"));

        var again = await moderator.SubmitAsync(read, "form[action$='/approve']");
        Assert.Contains("changed these words", again.One(".notice"), StringComparison.Ordinal);
        Assert.Contains("Tout autre chose", again.Text, StringComparison.Ordinal);
        await NobodySeesAsync(stage);
        await moderator.SubmitAsync(again, "form[action$='/approve']");
        Assert.Equal("Tout autre chose", (await world.Visitor().GetAsync(stage.Path + "?lang=fr")).One("h1"));
    }

    [Fact]
    public async Task Words_that_nobody_let_through_cannot_be_signed_whatever_a_form_says()
    {
        var stage = await Stage.SetAsync(world);
        await WriteAsync(stage);
        var now = TimeProvider.System.GetUtcNow();
        await world.InDbAsync(stage.Organisation.Id, async db =>
        {
            // A later version in another language is approved, so that the waiting one is not the newest.
            var campaign = await db.Campaigns.Include(c => c.Texts).SingleAsync(c => c.Id == stage.Campaign.Id);
            campaign.ApproveText(campaign.Write("de", "Holt Kavoos heim", "Lasst ihn bleiben.", "Text.", stage.Organiser.Id, now), stage.Organiser.Id, now);
            return await db.SaveChangesAsync();
        });
        Assert.Equal("Holt Kavoos heim", (await world.Visitor().GetAsync(stage.Path + "?lang=de")).One("h1"));

        var signed = new Dictionary<string, int>();
        foreach (var wording in new[] { "2", "1", "3", "99", "-1" })
        {
            var name = $"Ada {wording}";
            await stage.SignAsync(world.Visitor(), name, $"ada{wording}@forged.example", ("Wording", wording));
            signed[wording] = await world.InDbAsync(stage.Organisation.Id, db => db.Signatures.Where(s => s.CampaignId == stage.Campaign.Id && s.Name == name).Select(s => s.TextVersion).SingleAsync());
        }

        Assert.Equal([("2", 1), ("1", 1), ("3", 3), ("99", 1), ("-1", 1)], signed.Select(s => (s.Key, s.Value)));
    }

    private async Task<Visitor> WriteAsync(Stage stage)
    {
        var (editor, _) = await world.MemberAsync(stage.Organisation, MemberRole.Editor);
        var form = await editor.SubmitAsync(await editor.GetAsync(Texts(stage)), "#add-language", ("language", "fr"));
        await editor.SubmitAsync(form, "#text", ("Title", french), ("Demand", "Rouvrez son dossier."), ("Body", "Il vit ici."));
        return editor;
    }

    private async Task NobodySeesAsync(Stage stage)
    {
        var page = await world.Visitor().GetAsync(stage.Path + "?lang=fr");
        Assert.Equal("Bring Kavoos home", page.One("h1"));
        Assert.Empty(page.Html.QuerySelectorAll("link[hreflang=fr]"));
        foreach (var address in new[] { $"{stage.Path}?lang=fr", $"{stage.Path}/sign?lang=fr", $"{stage.Path}/history?lang=fr", $"{stage.Path}/feed?lang=fr", $"/api/v1/campaigns/{stage.Campaign.Id}?locale=fr" })
        {
            var source = (await world.Visitor().GetAsync(address)).Source;
            Assert.DoesNotContain(french, source, StringComparison.Ordinal);
            Assert.DoesNotContain("Rouvrez son dossier", source, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(stage.Path, (await world.Visitor().GetAsync("/search?lang=fr&q=ramenez")).Source, StringComparison.Ordinal);
        Assert.DoesNotContain($"{stage.Path}?lang=fr", (await world.Visitor().GetAsync($"/sitemap-petitions-{stage.Campaign.Id}.xml")).Source, StringComparison.Ordinal);
    }

    private static string Waiting(Stage stage) => $"/admin/corrections/{stage.Campaign.Id}/fr/2";

    private static string Texts(Stage stage, string below = "") => $"/{stage.Organisation.Slug}/desk/campaigns/{stage.Campaign.Id}/texts{below}";
}
