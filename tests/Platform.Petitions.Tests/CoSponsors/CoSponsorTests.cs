using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Access;
using Platform.Petitions.Campaigns;
using Platform.Petitions.CoSponsors;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.CoSponsors;

public sealed class CoSponsorTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task Enough_co_sponsors_send_a_petition_to_review_and_the_organiser_hears_of_each_once()
    {
        var gathering = await Gathering.SetAsync(host, CampaignStatus.Draft);
        var stage = gathering.Stage;
        await host.JoinAsync(stage.Organiser, stage.Organisation);
        var organiser = await host.AtDeskAsync(stage.Organiser);
        var desk = await organiser.PostDirectlyAsync($"/{stage.Organisation.Slug}/desk/campaigns/{stage.Campaign.Id}/submission");
        Assert.Contains("0 of 2", desk.Text, StringComparison.Ordinal);
        Assert.EndsWith(gathering.Link, desk.Html.QuerySelector("#co-sponsor-link")!.GetAttribute("value"), StringComparison.Ordinal);

        var ada = host.Visitor();
        var form = await ada.GetAsync(gathering.Link);
        Assert.Equal("Bring Kavoos home", form.One("h1"));
        Assert.NotNull(form.Html.QuerySelector("meta[name=robots][content=noindex]"));
        // A phone hides the form of the public page until it is asked for; here nothing else asks.
        Assert.NotNull(form.Html.QuerySelector(".sign--page #sign"));
        var check = await gathering.SignAsync(ada, "Ada Byron", "ada@first.example");
        Assert.EndsWith("/check", check.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.EndsWith("/joined", (await stage.ConfirmAsync(ada, "ada@first.example")).Address.AbsolutePath, StringComparison.Ordinal);
        await host.Mail.WaitAsync(stage.Organiser.Email!, "1 of 2 co-sponsors");
        Assert.Equal(CampaignStatus.Gathering, await gathering.StatusAsync());

        await stage.ConfirmAsync(ada, "ada@first.example");
        await gathering.SignAsync(host.Visitor(), "Grace Hopper", "grace@first.example");
        await stage.ConfirmAsync(host.Visitor(), "grace@first.example");
        Assert.Equal(CampaignStatus.Submitted, await gathering.StatusAsync());
        await gathering.SignAsync(host.Visitor(), "Mary Ward", "mary@first.example");
        await stage.ConfirmAsync(host.Visitor(), "mary@first.example");
        await host.InScopeAsync(stage.Organisation.Id, async services =>
        {
            await services.GetRequiredService<CoSponsoring>().JoinedAsync(stage.Campaign.Id, CancellationToken.None);
            return 0;
        });

        await host.Mail.WaitAsync(stage.Organiser.Email!, "Enough co-sponsors, sent to review");
        Assert.Equal(["Enough co-sponsors, sent to review", "1 of 2 co-sponsors"], (await host.Mail.ToAsync(stage.Organiser.Email!)).Select(m => m.Subject.Split(':')[0]));
        Assert.Equal(3, await stage.CountAsync());
    }

    [Fact]
    public async Task A_co_sponsor_makes_the_statement_that_signers_are_asked_for()
    {
        var gathering = await Gathering.SetAsync(host, with: c => c.Eligibility = "I live in Toronto");
        var ada = host.Visitor();
        var stopped = await gathering.SignAsync(ada, "Ada Byron", "ada@eligible.example");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "I live in Toronto", 0), (stopped.Status, stopped.One("blockquote"), await gathering.RowsAsync()));

        var form = await ada.SubmitAsync(stopped, "#stop", ("Step", "edit"));
        var check = await ada.SubmitAsync(form, "#sign", ("Eligible", "true"));
        Assert.EndsWith("/check", check.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal(1, await gathering.RowsAsync());
    }

    [Fact]
    public async Task Many_who_confirm_at_once_send_it_once()
    {
        var gathering = await Gathering.SetAsync(host, minimum: 3, maximum: 20);
        var people = Enumerable.Range(0, 6).Select(n => $"crowd-{n}@first.example").ToList();
        foreach (var email in people)
        {
            await gathering.SignAsync(host.Visitor(), "Somebody " + email[6], email);
        }

        await Task.WhenAll(people.Select(email => gathering.Stage.ConfirmAsync(host.Visitor(), email)));

        Assert.Equal(CampaignStatus.Submitted, await gathering.StatusAsync());
        Assert.Equal(1, await host.InDbAsync(gathering.Stage.Organisation.Id, db => db.Audit.CountAsync(a => a.CampaignId == gathering.Stage.Campaign.Id && a.Action == "campaign.submit")));
        await host.Mail.WaitAsync(gathering.Stage.Organiser.Email!, "Enough co-sponsors");
        Assert.Single(await host.Mail.ToAsync(gathering.Stage.Organiser.Email!, "Enough co-sponsors"));
        Assert.True((await host.Mail.ToAsync(gathering.Stage.Organiser.Email!, "of 3 co-sponsors")).Count <= 2);
    }

    [Theory]
    [InlineData(CampaignStatus.Gathering, "form")]
    [InlineData(CampaignStatus.Submitted, "form")]
    [InlineData(CampaignStatus.Draft, "being changed")]
    [InlineData(CampaignStatus.ChangesRequested, "being changed")]
    [InlineData(CampaignStatus.Published, "page")]
    [InlineData(CampaignStatus.Closed, "page")]
    [InlineData(CampaignStatus.Rejected, "page")]
    [InlineData(CampaignStatus.Suspended, "page")]
    [InlineData(CampaignStatus.Removed, "page")]
    public async Task The_secret_link_does_what_the_state_allows(CampaignStatus status, string expected)
    {
        var gathering = await Gathering.SetAsync(host, status);

        var page = await host.Visitor().GetAsync(gathering.Link);
        Assert.Equal(expected == "form", page.Html.QuerySelector("#sign") is not null && page.Address.AbsolutePath == gathering.Link);
        Assert.Equal(expected == "page", page.Address.AbsolutePath == gathering.Stage.Path);
        Assert.Equal(expected == "being changed", page.Text.Contains("This petition is being changed", StringComparison.Ordinal));

        if (expected != "form")
        {
            await host.Visitor().PostAsync(new Uri("http://localhost" + gathering.Link), [new("Name", "Ada Byron"), new("Email", "ada@first.example")]);
            Assert.Equal(0, await gathering.RowsAsync());
        }
    }

    [Fact]
    public async Task A_hidden_rejection_and_an_invented_key_open_nothing()
    {
        var gathering = await Gathering.SetAsync(host, CampaignStatus.Rejected, with: c => c.Hidden = true);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Visitor().GetAsync(gathering.Link)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Visitor().GetAsync(gathering.Link + "x")).Status);
        var elsewhere = await Gathering.SetAsync(host);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Visitor().GetAsync($"/{gathering.Stage.Organisation.Slug}/co-sponsor/{elsewhere.Key}")).Status);
    }

    [Fact]
    public async Task At_the_limit_the_form_is_gone_and_a_post_adds_no_row()
    {
        var gathering = await Gathering.SetAsync(host, minimum: 1, maximum: 2);
        var form = await host.Visitor().GetAsync(gathering.Link);

        // Five have the form open and send it in the same moment.
        await Task.WhenAll(Enumerable.Range(0, 5).Select(n => host.Visitor().SubmitAsync(form, "#sign", ("Name", "Ada Byron"), ("Email", $"limit-{n}@first.example"))));

        Assert.Equal(2, await gathering.RowsAsync());
        var full = await host.Visitor().GetAsync(gathering.Link);
        Assert.Null(full.Html.QuerySelector("form"));
        Assert.Contains("all the co-sponsors it needs", full.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Kavoos", full.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_the_field_and_the_words_stay()
    {
        var gathering = await Gathering.SetAsync(host);
        var page = await gathering.SignAsync(host.Visitor(), "=cmd", "nobody");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(gathering.Link, page.Address.AbsolutePath);
        Assert.NotNull(page.One("#Name-error"));
        Assert.Equal("nobody", page.Html.QuerySelector("#Email")!.GetAttribute("value"));
        Assert.Equal(0, await gathering.RowsAsync());
    }

    [Fact]
    public async Task Words_that_somebody_stands_behind_are_not_written_over()
    {
        var gathering = await Gathering.SetAsync(host, minimum: 1);
        var (editor, _) = await host.MemberAsync(gathering.Stage.Organisation, MemberRole.Editor);
        var desk = $"/{gathering.Stage.Organisation.Slug}/desk/campaigns/{gathering.Stage.Campaign.Id}";
        await gathering.SignAsync(host.Visitor(), "Ada Byron", "ada@sealed.example");
        await editor.PostDirectlyAsync(desk + "/submission/return");

        await editor.SubmitAsync(await editor.GetAsync(desk + "/edit/title"), "#step", ("Title", "Something else"), ("go", "next"));

        var texts = await host.InDbAsync(gathering.Stage.Organisation.Id, db => db.Set<CampaignText>().Where(t => t.CampaignId == gathering.Stage.Campaign.Id).OrderBy(t => t.Version).Select(t => t.Title).ToListAsync());
        Assert.Equal(["Bring Kavoos home", "Something else"], texts);
        Assert.Equal(1, await host.InDbAsync(gathering.Stage.Organisation.Id, db => db.Signatures.Where(s => s.CampaignId == gathering.Stage.Campaign.Id).Select(s => s.TextVersion).SingleAsync()));
    }

    [Fact]
    public async Task A_key_that_is_typed_into_the_public_form_makes_nobody_a_co_sponsor()
    {
        var stage = await Stage.SetAsync(host);
        await stage.SignAsync(host.Visitor(), "Ada Byron", "ada@typed.example", ("Key", "anything"));
        Assert.False(await host.InDbAsync(stage.Organisation.Id, db => db.Signatures.Where(s => s.CampaignId == stage.Campaign.Id).Select(s => s.CoSponsor).SingleAsync()));
    }
}
