using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Petitions.Campaigns;
using Platform.Testing.Data;
using Xunit;

namespace Platform.Petitions.Tests.Moderation;

public sealed class InternalWordsTests(StaffWorld world) : IClassFixture<StaffWorld>
{
    [Fact]
    public async Task Notes_and_tags_are_for_staff_alone()
    {
        var stage = await Stage.SetAsync(world);
        await world.JoinAsync(stage.Organiser, stage.Organisation);
        var file = await world.Moderator.GetAsync($"/admin/campaigns/{stage.Campaign.Id}");
        file = await world.Moderator.SubmitAsync(file, "form[action$='/notes']", ("text", "Xyzzynote <b>about</b> them"));
        file = await world.Moderator.SubmitAsync(file, "form[action$='/tags']", ("tags", "Xyzzytag, Second tag, xyzzytag"));

        Assert.Contains("Xyzzynote <b>about</b> them", file.One("#notes")!, StringComparison.Ordinal);
        Assert.Contains("Mona Moderator", file.One("#notes")!, StringComparison.Ordinal);
        Assert.Equal("second tag, xyzzytag", file.Html.QuerySelector("#tag-words")!.GetAttribute("value"));
        var organiser = await world.AtDeskAsync(stage.Organiser);
        foreach (var address in new[] { stage.Path, stage.Path + "/count.json", stage.Path + "/history", "/", "/search", "/search?q=xyzzytag", "/" + stage.Organisation.Slug })
        {
            Assert.DoesNotContain("xyzzyn", (await world.Visitor().GetAsync(address)).Source, StringComparison.OrdinalIgnoreCase);
            Assert.Null((await world.Visitor().GetAsync(address)).Html.QuerySelector("[href*='xyzzytag']:not([href*='/search?'])"));
        }

        Assert.DoesNotContain("xyzzy", (await organiser.GetAsync($"/{stage.Organisation.Slug}/desk/campaigns/{stage.Campaign.Id}")).Source, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("xyzzy", (await world.Visitor().GetAsync(stage.Path)).Source, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Tags_are_changed_as_a_whole_and_too_long_ones_are_refused()
    {
        var stage = await Stage.SetAsync(world, CampaignStatus.Draft);
        var file = await world.Moderator.GetAsync($"/admin/campaigns/{stage.Campaign.Id}");
        await world.Moderator.SubmitAsync(file, "form[action$='/tags']", ("tags", "one, two"));
        await world.Moderator.SubmitAsync(file, "form[action$='/tags']", ("tags", "two, three"));
        var refused = await world.Moderator.SubmitAsync(file, "form[action$='/tags']", ("tags", new string('x', 41)));

        Assert.Contains("Nothing was saved", refused.Text, StringComparison.Ordinal);
        Assert.Equal(["three", "two"], await world.InDbAsync(stage.Organisation.Id, db => db.Tags.OrderBy(t => t.Tag).Select(t => t.Tag).ToListAsync()));
    }

    [Fact]
    public async Task The_public_note_stands_on_the_page_also_after_closing()
    {
        var stage = await Stage.SetAsync(world, CampaignStatus.Closed);
        var file = await world.Moderator.GetAsync($"/admin/campaigns/{stage.Campaign.Id}");
        await world.Moderator.SubmitAsync(file, "form[action$='/public-note']", ("text", "A figure in this text is disputed."));
        Assert.Contains("A figure in this text is disputed.", (await world.Visitor().GetAsync(stage.Path)).One(".story .notice")!, StringComparison.Ordinal);
        await world.Moderator.SubmitAsync(file, "form[action$='/public-note']", ("text", ""));
        Assert.Null((await world.Visitor().GetAsync(stage.Path)).Html.QuerySelector(".story .notice"));
    }

    [Fact]
    public async Task Staff_put_the_words_right_before_publication_and_the_organiser_is_told()
    {
        var stage = await Stage.SetAsync(world, CampaignStatus.Submitted);
        var address = $"/admin/campaigns/{stage.Campaign.Id}/wording";
        var form = await world.Moderator.GetAsync(address);
        Assert.Equal("Bring Kavoos home", form.Html.QuerySelector("#Title")!.GetAttribute("value"));
        foreach (var (field, value) in new[] { ("Title", ""), ("Title", "=1+1"), ("Demand", " "), ("Body", ""), ("Title", new string('x', 151)) })
        {
            Assert.NotNull((await world.Moderator.SubmitAsync(form, "main form", (field, value))).Html.QuerySelector($"#{field}-error"));
        }

        Assert.Single((await world.ReadAsync(stage.Campaign)).Texts);
        await world.Moderator.SubmitAsync(form, "main form", ("Title", "Let Kavoos come home"));
        var texts = (await world.ReadAsync(stage.Campaign)).Texts.OrderBy(t => t.Version).ToList();
        Assert.Equal(["Bring Kavoos home", "Let Kavoos come home"], texts.Select(t => t.Title));
        Assert.Equal([stage.Organiser.Id, world.ModeratorUser.Id], texts.Select(t => t.Author));
        var mail = await world.Mail.WaitAsync(stage.Organiser.Email!, "We changed the wording");
        Assert.Contains(mail.Links, link => link.AbsolutePath == $"/{stage.Organisation.Slug}/desk/campaigns/{stage.Campaign.Id}");
        await world.JoinAsync(stage.Organiser, stage.Organisation);
        Assert.Equal(HttpStatusCode.OK, (await (await world.AtDeskAsync(stage.Organiser)).GetAsync(mail.Links.First(l => l.AbsolutePath.Contains("/desk/", StringComparison.Ordinal)).PathAndQuery)).Status);

        await world.Moderator.PostDirectlyAsync($"/admin/decisions/{stage.Campaign.Id}", ("Move", "Publish"));
        Assert.Equal("Let Kavoos come home", (await world.Visitor().GetAsync(stage.Path)).One("h1"));
        Assert.Equal(HttpStatusCode.NotFound, (await world.Moderator.GetAsync(address)).Status);
    }
}
