using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Signatures;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Platform.Testing.Time;
using Xunit;

namespace Platform.Petitions.Tests.Signing;

public sealed class SigningTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task Somebody_without_an_account_signs_confirms_from_the_mail_and_is_number_one()
    {
        var stage = await Stage.SetAsync(host);
        var visitor = host.Visitor();

        var check = await stage.SignAsync(visitor, "Maxine Kowalski", "maxine@mail.example");

        Assert.EndsWith("/check", check.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal("maxine@mail.example", check.One(".address"));
        Assert.Equal(0, await stage.CountAsync());

        var signed = await stage.ConfirmAsync(visitor, "maxine@mail.example");

        Assert.Contains("You are number 1", signed.Text, StringComparison.Ordinal);
        Assert.Equal(1, await stage.CountAsync());
        var thanks = await host.Mail.WaitAsync("maxine@mail.example", "you are number 1");
        Assert.Contains("/mine/", thanks.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_answer_to_a_known_address_is_the_answer_to_a_new_one()
    {
        var stage = await Stage.SetAsync(host);
        var first = await stage.SignAsync(host.Visitor(), "Ada Byron", "ada@mail.example");
        await stage.ConfirmAsync(host.Visitor(), "ada@mail.example");

        var again = await stage.SignAsync(host.Visitor(), "Ada Byron", "ada@mail.example");

        Assert.Equal(first.Status, again.Status);
        Assert.Equal(first.Address.AbsolutePath, again.Address.AbsolutePath);
        Assert.Equal(first.Text, again.Text);
        await host.Mail.WaitAsync("ada@mail.example", "You had already signed");
        Assert.Equal(1, await stage.CountAsync());
    }

    [Fact]
    public async Task Every_error_stands_at_its_field_and_in_the_summary_and_nothing_typed_is_lost()
    {
        var stage = await Stage.SetAsync(host, with: c => c.AsksPostcode = true);

        var page = await stage.SignAsync(host.Visitor(), "=cmd", "nobody", ("Postcode", "M5V 2T6"), ("Reason", "He is my neighbour"), ("ShowName", "true"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.StartsWith("Error:", page.One("title"), StringComparison.Ordinal);
        Assert.Equal(2, page.Html.QuerySelectorAll(".errors li").Length);
        Assert.Contains("like name@example.org", page.One("#Email-error"), StringComparison.Ordinal);
        Assert.NotNull(page.One("#Name-error"));
        Assert.Equal("nobody", page.Html.QuerySelector("#Email")?.GetAttribute("value"));
        Assert.Equal("M5V 2T6", page.Html.QuerySelector("#Postcode")?.GetAttribute("value"));
        Assert.Equal("He is my neighbour", page.One("#Reason"));
        Assert.True(page.Html.QuerySelector("#ShowName")?.HasAttribute("checked"));
        Assert.Equal(0, await RowsAsync(stage));
    }

    [Fact]
    public async Task Two_people_may_share_a_mailbox_and_a_third_may_not()
    {
        var stage = await Stage.SetAsync(host);
        foreach (var name in new[] { "Ana Silva", "Rui Silva", "Third Silva" })
        {
            await stage.SignAsync(host.Visitor(), name, "home@mail.example");
        }

        Assert.Equal(["Ana Silva", "Rui Silva"], await host.InDbAsync(stage.Organisation.Id, db => db.Signatures.OrderBy(s => s.Person).Select(s => s.Name).ToListAsync()));
    }

    [Fact]
    public async Task An_alias_of_an_address_is_the_same_mailbox()
    {
        var stage = await Stage.SetAsync(host);
        await stage.SignAsync(host.Visitor(), "Jo Doe", "jo.doe+petition@googlemail.com");
        await stage.SignAsync(host.Visitor(), "Jo Doe", "JODOE@gmail.com");

        Assert.Equal(1, await RowsAsync(stage));
    }

    [Fact]
    public async Task Fifty_posts_at_once_make_one_row()
    {
        var stage = await Stage.SetAsync(host);

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => stage.SignAsync(host.Visitor(), "Quick Presser", "quick@mail.example")));

        Assert.Equal(1, await RowsAsync(stage));
    }

    [Fact]
    public async Task The_review_shows_what_was_typed_and_the_first_address_gets_no_mail_when_it_is_changed()
    {
        var stage = await Stage.SetAsync(host);
        var visitor = host.Visitor();

        var review = await stage.SignAsync(visitor, "Lea Roth", "wrong@mail.example", ("Step", "review"));
        Assert.Contains("wrong@mail.example", review.Text, StringComparison.Ordinal);
        Assert.Equal(0, await RowsAsync(stage));

        var edit = await visitor.SubmitAsync(review, "form[action$='/sign']", ("Step", "edit"));
        await visitor.SubmitAsync(edit, "#sign", ("Email", "right@mail.example"));

        await host.Mail.WaitAsync("right@mail.example", "Confirm");
        Assert.Single(await host.Mail.ToAsync("right@mail.example"));
        Assert.Empty(await host.Mail.ToAsync("wrong@mail.example"));
    }

    [Fact]
    public async Task A_closed_petition_takes_no_signature_and_shows_itself_instead()
    {
        var stage = await Stage.SetAsync(host);
        var visitor = host.Visitor();
        var form = await visitor.GetAsync(stage.Path + "/sign");
        await host.InDbAsync(stage.Organisation.Id, db => db.Campaigns.ExecuteUpdateAsync(c => c.SetProperty(x => x.ClosesAt, x => x.CreatedAt.AddMinutes(-1))));

        await visitor.SubmitAsync(form, "#sign", ("Name", "Late Comer"), ("Email", "late@mail.example"));

        Assert.Equal(0, await RowsAsync(stage));
        Assert.Empty(await host.Mail.ToAsync("late@mail.example"));
    }

    [Fact]
    public async Task The_signature_stores_the_wording_language_consent_and_source_it_was_given_under()
    {
        var stage = await Stage.SetAsync(host);
        await stage.SignAsync(host.Visitor(), "Nina Roy", "nina@mail.example", ("WantsUpdates", "true"), ("From", "poster-3"));

        var row = await host.InDbAsync(stage.Organisation.Id, db => db.Signatures.SingleAsync());

        Assert.Equal((1, "en", "poster-3", SignatureState.Pending), (row.TextVersion, row.Language, row.Source, row.State));
        Assert.Equal(32, row.ConsentHash!.Length);
        Assert.False(row.ShowName);
    }

    [Fact]
    public async Task A_mailbox_gets_three_mails_a_day_and_then_silence()
    {
        var stage = await Stage.SetAsync(host);
        for (var i = 0; i < 6; i++)
        {
            await stage.SignAsync(host.Visitor(), "Often Asked", "often@mail.example");
        }

        await host.Mail.WaitAsync("often@mail.example", count: 3);
        await DoneAsync(stage);
        Assert.Equal(3, (await host.Mail.ToAsync("often@mail.example")).Count);
    }

    private Task<int> RowsAsync(Stage stage) => host.InDbAsync(stage.Organisation.Id, db => db.Signatures.CountAsync(s => s.CampaignId == stage.Campaign.Id));

    private Task DoneAsync(Stage stage) => Until.TrueAsync(
        () => host.InDbAsync(stage.Organisation.Id, db => db.Outbox.AllAsync(m => m.CampaignId != stage.Campaign.Id || m.DoneAt != null)), "the campaign's mails are done with");
}
