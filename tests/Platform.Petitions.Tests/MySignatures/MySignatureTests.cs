using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Petitions.Signatures;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.MySignatures;

public sealed class MySignatureTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task The_link_in_the_mail_corrects_the_name_and_keeps_a_log_without_it()
    {
        var (stage, visitor, mine) = await ConfirmedAsync("correct@mail.example");

        var done = await visitor.SubmitAsync(mine, "form[action$='/name']", ("Name", "Maxine  Kowalska"));

        Assert.Contains("Your name is corrected", done.Text, StringComparison.Ordinal);
        Assert.Equal("Maxine Kowalska", await SignatureAsync(stage, s => s.Name));
        Assert.Contains("corrected", await host.InDbAsync(stage.Organisation.Id, db => db.SignatureEvents.Select(e => e.Kind).ToListAsync()));
    }

    [Fact]
    public async Task A_name_that_is_none_is_refused_at_the_field_and_kept_as_typed()
    {
        var (stage, visitor, mine) = await ConfirmedAsync("wrong@mail.example");

        var page = await visitor.SubmitAsync(mine, "form[action$='/name']", ("Name", "=SUM(A1)"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal("=SUM(A1)", page.Html.QuerySelector("#Name")?.GetAttribute("value"));
        Assert.Equal("Maxine Kowalski", await SignatureAsync(stage, s => s.Name));
    }

    [Fact]
    public async Task The_name_is_hidden_until_its_owner_shows_it()
    {
        var (stage, visitor, mine) = await ConfirmedAsync("show@mail.example");
        Assert.False(await SignatureAsync(stage, s => s.ShowName));

        var shown = await visitor.SubmitAsync(mine, "form[action$='/shown']");
        Assert.True(await SignatureAsync(stage, s => s.ShowName));

        await visitor.SubmitAsync(shown, "form[action$='/hidden']");
        Assert.False(await SignatureAsync(stage, s => s.ShowName));
    }

    [Fact]
    public async Task Withdrawing_takes_one_off_the_count_and_signing_again_brings_it_back_under_the_same_number()
    {
        var (stage, visitor, mine) = await ConfirmedAsync("leave@mail.example");

        var done = await visitor.SubmitAsync(mine, "form[action$='/withdrawn']");
        Assert.Contains("withdrawn", done.Text, StringComparison.Ordinal);
        Assert.Equal(0, await stage.CountAsync());

        await stage.SignAsync(visitor, "Maxine Kowalski", "leave@mail.example");
        await stage.ConfirmAsync(visitor, "leave@mail.example", mails: 2);

        Assert.Equal(1, await stage.CountAsync());
        Assert.Equal((SignatureState.Confirmed, 1), await SignatureAsync(stage, s => (s.State, s.Number)));
    }

    [Fact]
    public async Task Opening_the_links_changes_nothing()
    {
        var (stage, visitor, mine) = await ConfirmedAsync("look@mail.example");
        foreach (var form in mine.Html.QuerySelectorAll("form[action*='/mine/']"))
        {
            using var response = await visitor.RawAsync(form.GetAttribute("action")!);
            Assert.Contains(response.StatusCode, new[] { HttpStatusCode.MethodNotAllowed, HttpStatusCode.NotFound });
        }

        Assert.Equal(1, await stage.CountAsync());
    }

    private async Task<(Stage Stage, Visitor Visitor, Page Mine)> ConfirmedAsync(string email)
    {
        var stage = await Stage.SetAsync(host);
        var visitor = host.Visitor();
        await stage.SignAsync(visitor, "Maxine Kowalski", email);
        await stage.ConfirmAsync(visitor, email);
        var mail = await host.Mail.WaitAsync(email, "Counted");
        return (stage, visitor, await visitor.GetAsync(mail.Links.First(l => l.AbsolutePath.Contains("/mine/", StringComparison.Ordinal)).PathAndQuery));
    }

    private Task<T> SignatureAsync<T>(Stage stage, Func<Signature, T> get) =>
        host.InDbAsync(stage.Organisation.Id, async db => get(await db.Signatures.SingleAsync(s => s.CampaignId == stage.Campaign.Id)));
}
