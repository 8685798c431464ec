using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Petitions.Campaigns;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.Drafting;

public sealed class AutosaveTests(TestHost host) : IClassFixture<TestHost>
{
    [Theory]
    [InlineData("title", "Title", "Half a thou")]
    [InlineData("why", "Demand", "=not yet right")]
    [InlineData("why", "Body", "Half a sent")]
    [InlineData("decision-makers", "People[0].Office", "Minis")]
    [InlineData("picture", "Links[0].Url", "https:")]
    [InlineData("details", "Goal", "500")]
    public async Task What_is_typed_is_on_the_server_right_or_wrong_and_there_again_later(string step, string field, string typed)
    {
        var stage = await Stage.SetAsync(host, CampaignStatus.Draft);
        var (editor, _) = await host.MemberAsync(stage.Organisation, MemberRole.Editor);
        var page = await editor.GetAsync(Edit(stage, step));

        var answer = await editor.PostAsync(new Uri(page.Address, page.Html.QuerySelector("#step")!.GetAttribute("data-autosave-url")!), [.. Visitor.Fields(page, "#step").Where(f => f.Key != field), new(field, typed)]);

        Assert.Equal((HttpStatusCode.NoContent, ""), (answer.Status, answer.Source));
        var again = await (await host.MemberAsync(stage.Organisation, MemberRole.Editor)).Visitor.GetAsync(Edit(stage, step));
        Assert.Equal(typed, Visitor.Fields(again, "#step").Single(f => f.Key == field).Value);
    }

    [Theory]
    [InlineData(CampaignStatus.Submitted)]
    [InlineData(CampaignStatus.Published)]
    [InlineData(CampaignStatus.Closed)]
    public async Task A_page_left_open_saves_nothing_once_the_words_are_locked(CampaignStatus status)
    {
        var stage = await Stage.SetAsync(host, status);
        var (editor, _) = await host.MemberAsync(stage.Organisation, MemberRole.Editor);

        var answer = await editor.PostDirectlyAsync(Edit(stage, "why") + "/autosave", ("Demand", "Something else"), ("Body", "Something else"));

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.False(await host.InDbAsync(stage.Organisation.Id, db => db.CampaignTexts.AnyAsync(t => t.CampaignId == stage.Campaign.Id && t.Body == "Something else")));
    }

    [Fact]
    public async Task Typing_in_two_windows_at_once_ends_in_whole_words_of_one_of_them()
    {
        var stage = await Stage.SetAsync(host, CampaignStatus.Draft);
        var (editor, _) = await host.MemberAsync(stage.Organisation, MemberRole.Editor);
        var token = (await editor.GetAsync("/account")).Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(n => editor.PostAsync(
            new Uri("http://localhost" + Edit(stage, "why") + "/autosave"), [new("Demand", $"demand {n}"), new("Body", $"body {n}"), new("__RequestVerificationToken", token)])));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.NoContent, a.Status));
        var text = await host.InDbAsync(stage.Organisation.Id, db => db.CampaignTexts.SingleAsync(t => t.CampaignId == stage.Campaign.Id));
        Assert.Equal(text.Demand[^1], text.Body[^1]);
    }

    [Fact]
    public async Task An_unreadable_form_is_a_bad_request_and_another_organisations_draft_is_not_there()
    {
        var stage = await Stage.SetAsync(host, CampaignStatus.Draft);
        var other = await Stage.SetAsync(host, CampaignStatus.Draft);
        var (editor, _) = await host.MemberAsync(stage.Organisation, MemberRole.Editor);
        Assert.Equal(HttpStatusCode.BadRequest, (await editor.PostDirectlyAsync(Edit(stage, "title") + "/autosave", ("Title", "nul \0 byte"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await editor.PostDirectlyAsync($"/{stage.Organisation.Slug}/desk/campaigns/{other.Campaign.Id}/edit/title/autosave", ("Title", "Mine now"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await editor.PostDirectlyAsync(Edit(other, "title") + "/autosave", ("Title", "Mine now"))).Status);
    }

    private static string Edit(Stage stage, string step) => $"/{stage.Organisation.Slug}/desk/campaigns/{stage.Campaign.Id}/edit/{step}";
}
