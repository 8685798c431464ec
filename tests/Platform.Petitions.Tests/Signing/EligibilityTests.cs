using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Petitions.Campaigns;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.Signing;

/// <summary>A campaign may ask its signers for a statement.</summary>
public sealed class EligibilityTests(TestHost host) : IClassFixture<TestHost>
{
    private const string Statement = "I live in Toronto <3";

    [Fact]
    public async Task Who_does_not_make_the_statement_is_told_so_and_loses_nothing()
    {
        var stage = await Stage.SetAsync(host, with: c => c.Eligibility = Statement);
        var visitor = host.Visitor();
        Assert.Contains(Statement, (await visitor.GetAsync(stage.Path)).One("#sign label:has(#Eligible)"), StringComparison.Ordinal);

        var stopped = await stage.SignAsync(visitor, "Maxine Kowalski", "maxine@mail.example", ("Reason", "He is my neighbour"), ("ShowName", "true"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, Statement), (stopped.Status, stopped.One("blockquote")));
        Assert.Contains("nothing is kept", stopped.Text, StringComparison.Ordinal);
        Assert.Equal(0, await SignaturesAsync(stage));

        var form = await visitor.SubmitAsync(stopped, "#stop", ("Step", "edit"));
        var fields = Visitor.Fields(form, "#sign").ToDictionary(field => field.Key, field => field.Value);
        Assert.Equal(("Maxine Kowalski", "maxine@mail.example", "He is my neighbour", "true"), (fields["Name"], fields["Email"], fields["Reason"], fields["ShowName"]));

        var check = await visitor.SubmitAsync(form, "#sign", ("Eligible", "true"));
        Assert.EndsWith("/check", check.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal(1, await SignaturesAsync(stage));
    }

    [Fact]
    public async Task The_last_look_before_signing_keeps_the_statement()
    {
        var stage = await Stage.SetAsync(host, with: c => c.Eligibility = Statement);
        var visitor = host.Visitor();
        var review = await stage.SignAsync(visitor, "Maxine Kowalski", "maxine@mail.example", ("Eligible", "true"), ("Step", "review"));
        var check = await visitor.SubmitAsync(review, $"form[action='{stage.Path}/sign']");
        Assert.EndsWith("/check", check.Address.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_is_asked_nothing_is_said()
    {
        var stage = await Stage.SetAsync(host);
        Assert.Null((await host.Visitor().GetAsync(stage.Path)).Html.QuerySelector("#Eligible"));
        Assert.EndsWith("/check", (await stage.SignAsync(host.Visitor(), "Maxine Kowalski", "maxine@mail.example")).Address.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_organiser_writes_it_with_the_draft_and_cannot_change_it_once_people_sign()
    {
        var stage = await Stage.SetAsync(host, CampaignStatus.Draft);
        var (editor, _) = await host.MemberAsync(stage.Organisation, MemberRole.Editor);
        var step = $"/{stage.Organisation.Slug}/desk/campaigns/{stage.Campaign.Id}/edit/details";
        var page = await editor.SubmitAsync(await editor.GetAsync(step), "#step", ("Eligibility", "=1"), ("go", "next"));
        Assert.Contains("not with =", page.One("#Eligibility-error"), StringComparison.Ordinal);
        await editor.SubmitAsync(page, "#step", ("Eligibility", "I live in Toronto"), ("go", "next"));
        Assert.Contains("I live in Toronto", (await editor.GetAsync(step.Replace("details", "preview", StringComparison.Ordinal))).One("#sign label:has(#Eligible)"), StringComparison.Ordinal);

        var open = await Stage.SetAsync(host, with: c => c.Eligibility = Statement);
        (editor, _) = await host.MemberAsync(open.Organisation, MemberRole.Editor);
        step = $"/{open.Organisation.Slug}/desk/campaigns/{open.Campaign.Id}/edit/details";
        page = await editor.GetAsync(step);
        Assert.Null(page.Html.QuerySelector("#Eligibility"));
        await editor.SubmitAsync(page, "#step", ("Eligibility", "I am somebody else"), ("go", "next"));
        Assert.Equal(Statement, await host.InDbAsync(open.Organisation.Id, db => db.Campaigns.Where(c => c.Id == open.Campaign.Id).Select(c => c.Eligibility).SingleAsync()));
    }

    private Task<int> SignaturesAsync(Stage stage) => host.InDbAsync(stage.Organisation.Id, db => db.Signatures.CountAsync(s => s.CampaignId == stage.Campaign.Id));
}
