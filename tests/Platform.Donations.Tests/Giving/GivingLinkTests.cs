using System.Net;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Donations.Tests.Giving;

/// <summary>Where the link to the giving page stands, and where it never does.</summary>
public sealed class GivingLinkTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task Below_the_petition_stands_a_plain_link_in_a_page_that_is_the_same_for_everybody()
    {
        var stage = await GivingStage.SetAsync(host);

        var page = await stage.UntilAsync(host.Visitor(), p => p.Html.QuerySelector("#giving") is not null);

        var link = page.Html.QuerySelector("#giving a")!.GetAttribute("href");
        Assert.Equal($"{stage.Path}/give?lang=en", link);
        Assert.Contains("You do not need to give to sign, and giving does not sign.", page.Text, StringComparison.Ordinal);
        Assert.False(page.Response.Headers.Contains("Set-Cookie"));
        Assert.True(page.Source.IndexOf("id=\"giving\"", StringComparison.Ordinal) > page.Source.IndexOf("id=\"sign\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Between_form_and_confirmation_and_in_the_mail_nothing_speaks_of_giving_and_after_confirming_the_link_stands()
    {
        var stage = await GivingStage.SetAsync(host);
        var visitor = host.Visitor();

        var form = await visitor.GetAsync(stage.Path + "/sign");
        var check = await stage.SignAsync(visitor, "Ada Lovelace", "ada@link.example");
        var mail = await host.Mail.WaitAsync("ada@link.example", "Confirm your signature");
        var confirm = await visitor.GetAsync(mail.Links.First(l => l.AbsolutePath.Contains("/confirm/", StringComparison.Ordinal)).PathAndQuery);
        var signed = await visitor.SubmitAsync(confirm, "form");

        Assert.All([form.Source, check.Source, mail.Text, mail.Html, confirm.Source], text => Assert.DoesNotContain("/give", text, StringComparison.Ordinal));
        Assert.EndsWith("/signed", signed.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal($"{stage.Path}/give?lang=en", signed.Html.QuerySelector("#giving a")!.GetAttribute("href"));
        var give = await visitor.GetAsync(stage.Path + "/give");
        Assert.Equal(HttpStatusCode.OK, give.Status);
        Assert.DoesNotContain("Ada", give.Source, StringComparison.Ordinal);
        Assert.DoesNotContain("ada@link.example", give.Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_privacy_page_says_what_is_kept_of_a_giver_and_what_stays_after_erasing()
    {
        var said = (await host.Visitor().GetAsync("/about/privacy")).One("#privacy-giving")!;

        Assert.Contains("nothing about your signature goes there", said, StringComparison.Ordinal);
        Assert.Contains("Amount, day and payment number stay for as long as tax law asks for, and nothing else.", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_campaign_that_was_not_switched_on_has_no_link_and_no_page()
    {
        var stage = await GivingStage.SetAsync(host, on: false);

        Assert.Null((await host.Visitor().GetAsync(stage.Path)).Html.QuerySelector("#giving"));
        Assert.Equal(HttpStatusCode.NotFound, (await host.Visitor().GetAsync(stage.Path + "/give")).Status);
    }

    [Fact]
    public async Task Without_an_account_that_takes_money_there_is_no_page()
    {
        var stage = await GivingStage.SetAsync(host, settings => settings.Disconnect(TimeProvider.System.GetUtcNow()));

        Assert.Equal(HttpStatusCode.NotFound, (await host.Visitor().GetAsync(stage.Path + "/give")).Status);
    }
}
