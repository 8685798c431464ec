using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Petitions.Signatures;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.Confirming;

public sealed class ConfirmingTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task Opening_the_link_a_hundred_times_confirms_nothing()
    {
        var (stage, mail, visitor) = await SignedAsync("scanned@mail.example");
        for (var i = 0; i < 100; i++)
        {
            using var request = new HttpRequestMessage(i % 2 == 0 ? HttpMethod.Get : HttpMethod.Head, LinkOf(mail, "/confirm/"));
            using var response = await visitor.Http.SendAsync(request);
        }

        Assert.Equal(0, await stage.CountAsync());
    }

    [Fact]
    public async Task A_second_press_shows_the_same_success_and_sends_no_second_mail()
    {
        var (stage, mail, visitor) = await SignedAsync("twice@mail.example");
        var page = await visitor.GetAsync(LinkOf(mail, "/confirm/"));

        var first = await visitor.SubmitAsync(page, "form");
        var second = await visitor.SubmitAsync(page, "form");

        Assert.Equal(first.Text, second.Text);
        Assert.Equal(1, await stage.CountAsync());
        await host.Mail.WaitAsync("twice@mail.example", "you are number");
        Assert.Equal(1, await host.InDbAsync(null, db => db.Outbox.CountAsync(m => m.CampaignId == stage.Campaign.Id && m.Kind == "signature-confirmed")));
    }

    [Fact]
    public async Task Fifty_presses_at_once_count_once()
    {
        var (stage, mail, visitor) = await SignedAsync("storm@mail.example");
        var page = await visitor.GetAsync(LinkOf(mail, "/confirm/"));

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => host.Visitor().SubmitAsync(page, "form")));

        Assert.Equal(1, await stage.CountAsync());
    }

    [Fact]
    public async Task The_six_digits_confirm_without_the_link()
    {
        var (stage, mail, visitor) = await SignedAsync("digits@mail.example");
        var check = await visitor.GetAsync(stage.Path + "/check");

        var signed = await visitor.SubmitAsync(check, "form[action$='/code']", ("Code", mail.Code![..3] + " " + mail.Code[3..]));

        Assert.Contains("You are number 1", signed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_wrong_codes_lock_the_code_but_not_the_link()
    {
        var (stage, mail, visitor) = await SignedAsync("guess@mail.example");
        var wrong = mail.Code == "111111" ? "222222" : "111111";
        for (var i = 0; i < 5; i++)
        {
            await visitor.SubmitAsync(await visitor.GetAsync(stage.Path + "/check"), "form[action$='/code']", ("Code", wrong));
        }

        var locked = await visitor.SubmitAsync(await visitor.GetAsync(stage.Path + "/check"), "form[action$='/code']", ("Code", mail.Code!));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, locked.Status);
        Assert.Equal(0, await stage.CountAsync());

        await stage.ConfirmAsync(host.Visitor(), "guess@mail.example");
        Assert.Equal(1, await stage.CountAsync());
    }

    [Fact]
    public async Task An_expired_link_offers_a_new_one_and_the_new_one_works()
    {
        var (stage, mail, visitor) = await SignedAsync("slow@mail.example");
        await host.InDbAsync(stage.Organisation.Id, db => db.Signatures.ExecuteUpdateAsync(s => s.SetProperty(x => x.TokenIssuedAt, x => x.TokenIssuedAt.AddDays(-15))));

        var expired = await visitor.GetAsync(LinkOf(mail, "/confirm/"));
        Assert.Contains("expired", expired.Text, StringComparison.Ordinal);
        var renewed = await visitor.SubmitAsync(expired, "form");
        Assert.Contains("A new mail is on its way", renewed.Text, StringComparison.Ordinal);

        await stage.ConfirmAsync(visitor, "slow@mail.example", mails: 2);
        Assert.Equal(1, await stage.CountAsync());
        Assert.Contains("does not open anything", (await visitor.GetAsync(LinkOf(mail, "/confirm/"))).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(23, 1)]
    [InlineData(25, 0)]
    public async Task A_late_confirmation_counts_until_a_day_after_closing(int hours, int counted)
    {
        var (stage, mail, visitor) = await SignedAsync($"late{hours}@mail.example");
        await host.InDbAsync(stage.Organisation.Id, db => db.Database.ExecuteSqlAsync(
            $"update petitions.campaigns set status = 7, closed_because = 1, closes_at = now() - make_interval(hours => {hours}), closed_at = now() - make_interval(hours => {hours}) where id = {stage.Campaign.Id}"));

        var page = await visitor.SubmitAsync(await visitor.GetAsync(LinkOf(mail, "/confirm/")), "form");

        Assert.Equal(counted, await stage.CountAsync());
        Assert.Contains(counted == 1 ? "You are number 1" : "This petition is closed", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_thanks_page_belongs_to_the_browser_that_confirmed()
    {
        var (stage, _, visitor) = await SignedAsync("mine@mail.example");
        await stage.ConfirmAsync(visitor, "mine@mail.example");

        Assert.Contains("You are number", (await visitor.GetAsync(stage.Path + "/signed")).Text, StringComparison.Ordinal);
        using var elsewhere = await host.Visitor().RawAsync(stage.Path + "/signed");
        Assert.Equal(stage.Path, elsewhere.Headers.Location?.ToString());
    }

    [Theory]
    [InlineData("/confirm")]
    [InlineData("/mine")]
    [InlineData("/stop")]
    [InlineData("/not-me")]
    public async Task A_token_route_without_its_token_leads_to_the_petition(string route)
    {
        var stage = await Stage.SetAsync(host);

        using var response = await host.Visitor().RawAsync(stage.Path + route);

        Assert.Equal(stage.Path, response.Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_token_for_one_purpose_opens_nothing_else()
    {
        var (stage, mail, visitor) = await SignedAsync("purpose@mail.example");
        var token = LinkOf(mail, "/confirm/").Split('/')[^1];

        using var mine = await visitor.RawAsync($"{stage.Path}/mine/{token}");
        using var notMe = await visitor.RawAsync($"{stage.Path}/not-me/{token}");

        Assert.Equal(HttpStatusCode.Found, mine.StatusCode);
        Assert.Equal(HttpStatusCode.Found, notMe.StatusCode);
    }

    [Fact]
    public async Task Many_guesses_at_once_are_still_five()
    {
        var (stage, mail, visitor) = await SignedAsync("guessed@mail.example");
        var fields = Enumerable.Range(0, 40).Select(i => new KeyValuePair<string, string>("Code", (900_000 + i).ToString(System.Globalization.CultureInfo.InvariantCulture))).Where(f => f.Value != mail.Code);
        await Task.WhenAll(fields.Select(f => visitor.PostAsync(new Uri($"http://localhost{stage.Path}/code"), [f])));

        var tried = await host.InDbAsync(stage.Organisation.Id, db => db.Signatures.Where(s => s.CampaignId == stage.Campaign.Id).Select(s => s.WrongCodes).SingleAsync());
        Assert.Equal(5, tried);
        Assert.Equal(0, await stage.CountAsync());
    }

    [Fact]
    public async Task Not_me_removes_the_signature_and_closes_the_petition_to_that_address()
    {
        var (stage, mail, visitor) = await SignedAsync("victim@mail.example");
        await visitor.SubmitAsync(await visitor.GetAsync(LinkOf(mail, "/not-me/")), "form");
        await stage.SignAsync(host.Visitor(), "Somebody Else", "victim@mail.example");

        var rows = await host.InDbAsync(stage.Organisation.Id, db => db.Signatures.Where(s => s.CampaignId == stage.Campaign.Id).ToListAsync());
        Assert.Equal(SignatureState.Refused, Assert.Single(rows).State);
    }

    private async Task<(Stage Stage, Core.Mail.MailboxMail Mail, Visitor Visitor)> SignedAsync(string email)
    {
        var stage = await Stage.SetAsync(host);
        var visitor = host.Visitor();
        await stage.SignAsync(visitor, "Maxine Kowalski", email);
        return (stage, await host.Mail.WaitAsync(email, "Confirm your signature"), visitor);
    }

    private static string LinkOf(Core.Mail.MailboxMail mail, string part) => mail.Links.First(l => l.AbsolutePath.Contains(part, StringComparison.Ordinal)).PathAndQuery;
}
