using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Petitions.Campaigns;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Platform.Testing.Time;
using Xunit;

namespace Platform.Petitions.Tests.Drafting;

/// <summary>Words after publication: sealed for those who signed them, corrected in public.</summary>
public sealed class CorrectionTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task A_correction_becomes_version_two_after_a_moderator_saw_what_changed_and_signatures_keep_theirs()
    {
        var stage = await Stage.SetAsync(host, with: c => c.Body = "He came eight years ago.\n\nHe paints.");
        var (editor, _) = await host.MemberAsync(stage.Organisation, MemberRole.Editor);
        var moderator = await host.SignedInAsync(await host.UserAsync(role: PlatformRole.Moderator));
        await stage.SignAsync(host.Visitor(), "Ada Byron", "ada@versions.example");
        await stage.ConfirmAsync(host.Visitor(), "ada@versions.example");

        var form = await editor.GetAsync(Texts(stage, "/en"));
        await editor.SubmitAsync(form, "#text", ("Body", "He came eleven years ago.\n\nHe paints."));
        Assert.Contains("eight years", (await host.Visitor().GetAsync(stage.Path)).One(".prose"), StringComparison.Ordinal);
        Assert.Equal("0", (await ApprovedAsync(stage, 2)).ToString(System.Globalization.CultureInfo.InvariantCulture));

        var diff = await moderator.GetAsync($"/admin/corrections/{stage.Campaign.Id}/en/2");
        Assert.Contains("eight", diff.One("del"), StringComparison.Ordinal);
        Assert.Contains("eleven", diff.One("ins"), StringComparison.Ordinal);
        await moderator.SubmitAsync(diff, "form[action$='/approve']");

        var page = await stage.UntilAsync(host.Visitor(), p => p.One(".prose")!.Contains("eleven years", StringComparison.Ordinal));
        Assert.Contains(page.Html.QuerySelectorAll(".timeline li"), entry => entry.TextContent.Contains("Wording corrected", StringComparison.Ordinal));
        await Until.SeenAsync(
            () => host.Visitor().GetAsync(stage.Path + "/sign"), form => form.Html.QuerySelector("#sign [name=Wording]")?.GetAttribute("value") == "2", "the form is for the new words", form => form.Text);
        await stage.SignAsync(host.Visitor(), "Grace Hopper", "grace@versions.example");
        await stage.ConfirmAsync(host.Visitor(), "grace@versions.example");
        Assert.Equal([("Ada Byron", 1, "en"), ("Grace Hopper", 2, "en")], await host.InDbAsync(stage.Organisation.Id, async db =>
            (await db.Signatures.Where(s => s.CampaignId == stage.Campaign.Id).OrderBy(s => s.Number).ToListAsync()).Select(s => (s.Name, s.TextVersion, s.Language)).ToList()));
        var history = await host.Visitor().GetAsync(stage.Path + "/history");
        Assert.Contains("1 signature for this wording", history.One("#version-1"), StringComparison.Ordinal);
        Assert.Contains("eight", history.One("#version-2 del"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_correction_that_waits_or_was_refused_can_be_dropped_and_the_public_words_stay(bool refused)
    {
        var stage = await Stage.SetAsync(host, with: c => c.Body = "He came eight years ago.");
        var (editor, _) = await host.MemberAsync(stage.Organisation, MemberRole.Editor);
        await editor.SubmitAsync(await editor.GetAsync(Texts(stage, "/en")), "#text", ("Body", "He came twelve years ago."));
        if (refused)
        {
            var moderator = await host.SignedInAsync(await host.UserAsync(role: PlatformRole.Moderator));
            await moderator.SubmitAsync(await moderator.GetAsync($"/admin/corrections/{stage.Campaign.Id}/en/2"), "form[action$='/refuse']", ("reason", "Eleven, he says himself."));
        }

        var list = await editor.SubmitAsync(await editor.GetAsync(Texts(stage, "")), "form[action$='/en/drop']");

        Assert.Null(list.Html.QuerySelector("form[action$='/en/drop']"));
        Assert.Equal([1], await host.InDbAsync(stage.Organisation.Id, db => db.CampaignTexts.Where(t => t.CampaignId == stage.Campaign.Id).Select(t => t.Version).ToListAsync()));
        await editor.PostDirectlyAsync(Texts(stage, "/en/drop"));
        Assert.Contains("eight years", (await host.Visitor().GetAsync(stage.Path)).One(".prose"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_was_open_while_the_words_changed_signs_the_words_it_showed()
    {
        var stage = await Stage.SetAsync(host);
        var visitor = host.Visitor();
        var open = await visitor.GetAsync(stage.Path);
        await CorrectAsync(stage);

        await visitor.SubmitAsync(open, "#sign", ("Name", "Ada Byron"), ("Email", "ada@open.example"));

        Assert.Equal(1, await host.InDbAsync(stage.Organisation.Id, db => db.Signatures.Where(s => s.CampaignId == stage.Campaign.Id).Select(s => s.TextVersion).SingleAsync()));
    }

    [Fact]
    public async Task What_was_approved_cannot_be_written_over_by_the_steps_of_the_draft()
    {
        var stage = await Stage.SetAsync(host);
        var (editor, _) = await host.MemberAsync(stage.Organisation, MemberRole.Editor);
        foreach (var (step, field) in new[] { ("title", "Title"), ("why", "Body"), ("decision-makers", "People[0].Office"), ("picture", "Alt") })
        {
            await editor.PostDirectlyAsync($"/{stage.Organisation.Slug}/desk/campaigns/{stage.Campaign.Id}/edit/{step}", (field, "Quite another"), ("go", "next"));
            await editor.PostDirectlyAsync($"/{stage.Organisation.Slug}/desk/campaigns/{stage.Campaign.Id}/edit/{step}/autosave", (field, "Quite another"));
        }

        var campaign = await host.InDbAsync(stage.Organisation.Id, db => db.Campaigns.AsNoTracking().Include(c => c.Texts).SingleAsync(c => c.Id == stage.Campaign.Id));
        Assert.Single(campaign.Texts);
        Assert.Equal(("Bring Kavoos home", "Minister of Immigration", null), (campaign.Title, campaign.DecisionMakers[0].Office, campaign.PictureAlt));
    }

    [Fact]
    public async Task A_translation_is_another_text_under_the_same_count()
    {
        var stage = await Stage.SetAsync(host, CampaignStatus.Draft);
        var (editor, _) = await host.MemberAsync(stage.Organisation, MemberRole.Editor);
        var page = await editor.SubmitAsync(await editor.GetAsync(Texts(stage)), "#add-language", ("language", "fa"));
        Assert.EndsWith("/texts/fa", page.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal("rtl", page.Html.QuerySelector("#Body")!.GetAttribute("dir"));
        var wrong = await editor.SubmitAsync(page, "#text", ("Title", "کاووس بماند"), ("Demand", ""), ("Body", "متن"));
        Assert.NotNull(wrong.One("#Demand-error"));
        await editor.SubmitAsync(page, "#text", ("Title", "کاووس بماند"), ("Demand", "بگذارید بماند."), ("Body", "متن"));
        var now = TimeProvider.System.GetUtcNow();
        await host.InDbAsync(stage.Organisation.Id, async db =>
        {
            var campaign = await db.Campaigns.Include(c => c.Texts).SingleAsync(c => c.Id == stage.Campaign.Id);
            Assert.Equal(MoveRefusal.None, campaign.Submit(MoveActor.Organiser, now));
            Assert.Equal(MoveRefusal.None, campaign.Publish(MoveActor.Moderator, null, true, true, now));
            return await db.SaveChangesAsync();
        });

        var persian = await host.Visitor().GetAsync(stage.Path + "?lang=fa");
        Assert.Equal("کاووس بماند", persian.One("h1"));
        await host.Visitor().SubmitAsync(persian, "#sign", ("Name", "Maryam"), ("Email", "maryam@fa.example"));
        await stage.SignAsync(host.Visitor(), "Ada Byron", "ada@fa.example");
        await stage.ConfirmAsync(host.Visitor(), "ada@fa.example");
        Assert.Equal([("Ada Byron", "en", 1), ("Maryam", "fa", 2)], await host.InDbAsync(stage.Organisation.Id, async db =>
            (await db.Signatures.Where(s => s.CampaignId == stage.Campaign.Id).OrderBy(s => s.Name).ToListAsync()).Select(s => (s.Name, s.Language, s.TextVersion)).ToList()));
        Assert.Equal(1, await stage.CountAsync());
        Assert.NotNull(persian.Html.QuerySelector("link[hreflang=en]"));
    }

    private Task<int> CorrectAsync(Stage stage) => host.InDbAsync(stage.Organisation.Id, async db =>
    {
        var campaign = await db.Campaigns.Include(c => c.Texts).SingleAsync(c => c.Id == stage.Campaign.Id);
        var now = TimeProvider.System.GetUtcNow();
        campaign.ApproveText(campaign.Write("en", "Bring Kavoos home", "Let him stay.", "Corrected.", stage.Organiser.Id, now), stage.Organiser.Id, now);
        return await db.SaveChangesAsync();
    });

    private Task<int> ApprovedAsync(Stage stage, int version) => host.InDbAsync(stage.Organisation.Id, db =>
        db.CampaignTexts.CountAsync(t => t.CampaignId == stage.Campaign.Id && t.Version == version && t.ApprovedAt != null));

    private static string Texts(Stage stage, string below = "") => $"/{stage.Organisation.Slug}/desk/campaigns/{stage.Campaign.Id}/texts{below}";
}
