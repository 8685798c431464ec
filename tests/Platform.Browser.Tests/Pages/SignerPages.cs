using Microsoft.EntityFrameworkCore;
using Platform.Browser.Tests.Browsing;
using Platform.Core.Mail;
using Platform.Petitions.Campaigns;
using Platform.Testing.Data;
using Xunit;

namespace Platform.Browser.Tests.Pages;

/// <summary>What a signer comes to between the form and the last mail, errors and dead ends included, in English and in Persian.</summary>
public sealed class SignerPages(Site site) : IAsyncLifetime
{
    private static int number;

    private Tab Tab { get; set; } = null!;

    public async ValueTask InitializeAsync() => Tab = await Soundness.OpenAsync(site);

    public async ValueTask DisposeAsync() => await Tab.DisposeAsync();

    [Theory]
    [InlineData("en")]
    [InlineData("fa")]
    public async Task The_form_with_errors_the_review_and_the_inbox_page_are_sound(string language)
    {
        var stage = await SetAsync();
        await Tab.GoAsync($"{stage.Path}?lang={language}");
        await Tab[".bar .btn"].ClickAsync();
        await Tab["#Name"].FillAsync("=");
        await Tab.PressAsync("#sign .btn--wide");
        await SoundAsync(language);
        await Tab["#Name"].FillAsync("Maxine Kowalski");
        await Tab["#Email"].FillAsync(NewAddress("gmail.com"));
        await Tab.PressAsync("#sign [value=review]");
        await SoundAsync(language);
        await Tab.PressAsync("main form .btn:not(.btn--quiet)");
        await SoundAsync(language);
        await Tab["#Code"].FillAsync("000000");
        await Tab.PressAsync("form[action$='/code'] .btn");
        await SoundAsync(language);
        await Tab.PressAsync("form[action$='/again'] .btn");
        await SoundAsync(language);
        await Tab["summary"].Last.ClickAsync();
        await Tab["#Email"].FillAsync("maxine@");
        await Tab.PressAsync("details form .btn");
        await SoundAsync(language);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fa")]
    public async Task The_links_of_the_mails_lead_to_sound_pages(string language)
    {
        var (_, mail) = await SignedAsync(language);
        await Tab.FollowAsync(mail, "/not-me/");
        await SoundAsync(language);
        await Tab.FollowAsync(mail, "/confirm/");
        await SoundAsync(language);
        await Tab.PressAsync("main form .btn");
        await Tab["details.more summary"].ClickAsync();
        await SoundAsync(language);
        var counted = await site.Mail.WaitAsync(mail.To, count: 2);
        await Tab.FollowAsync(counted, "/mine/");
        await SoundAsync(language);
        await Tab["#Name"].FillAsync("=");
        await Tab.PressAsync("form[action$='/name'] .btn");
        await SoundAsync(language);
        await Tab.FollowAsync(counted, "/mine/");
        await Tab.PressAsync("form[action$='/shown'] .btn");
        await SoundAsync(language);
        await Tab.PressAsync("form[action$='/withdrawn'] .btn");
        await SoundAsync(language);
        await Tab.FollowAsync(mail, "/confirm/");
        await Tab.PressAsync("main form .btn");
        await SoundAsync(language);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fa")]
    public async Task Not_me_expired_late_and_unknown_links_lead_to_sound_pages(string language)
    {
        var (refused, mail) = await SignedAsync(language);
        await Tab.FollowAsync(mail, "/not-me/");
        await Tab.PressAsync("main form .btn");
        await SoundAsync(language);

        await Tab.GoAsync($"{refused.Path}/confirm/{new string('a', 22)}?lang={language}");
        await Soundness.CheckAsync(Tab, "en");

        var (slow, old) = await SignedAsync(language);
        await site.InDbAsync(slow.Organisation.Id, db => db.Signatures.ExecuteUpdateAsync(s => s.SetProperty(x => x.TokenIssuedAt, x => x.TokenIssuedAt.AddDays(-15))));
        await Tab.FollowAsync(old, "/confirm/");
        await SoundAsync(language);
        await Tab.PressAsync("main form .btn");
        await SoundAsync(language);

        var (late, last) = await SignedAsync(language);
        await site.InDbAsync(late.Organisation.Id, db => db.Campaigns.Where(c => c.Id == late.Campaign.Id).ExecuteUpdateAsync(set => set
            .SetProperty(c => c.Status, CampaignStatus.Closed).SetProperty(c => c.ClosedBecause, ClosingReason.Time)
            .SetProperty(c => c.ClosesAt, c => c.ClosesAt!.Value.AddDays(-32)).SetProperty(c => c.ClosedAt, c => c.ClosesAt!.Value.AddDays(-32))));
        await Tab.FollowAsync(last, "/confirm/");
        await Tab.PressAsync("main form .btn");
        await SoundAsync(language);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fa")]
    public async Task Reporting_and_writing_to_the_platform_are_sound(string language)
    {
        var stage = await SetAsync();
        await Tab.GoAsync($"{stage.Path}/report?lang={language}");
        await Tab.PressAsync("main form .btn");
        await SoundAsync(language);
        await Tab["main input[type=radio]"].First.CheckAsync();
        await Tab.PressAsync("main form .btn");
        await SoundAsync(language);
        await Tab.GoAsync($"/contact?lang={language}");
        await Tab.PressAsync("main form .btn");
        await SoundAsync(language);
    }

    [Theory]
    [InlineData("/account/sign-in", "#sign-in")]
    [InlineData("/account/register", "#register")]
    [InlineData("/account/forgot", "#forgot")]
    public async Task A_form_of_the_accounts_with_errors_is_sound(string address, string form)
    {
        await Tab.GoAsync(address + "?lang=en");
        await Tab.PressAsync(form + " .btn");
        Assert.StartsWith("Error: ", await Tab.Page.TitleAsync(), StringComparison.Ordinal);
        await SoundAsync("en");
    }

    [Fact]
    public async Task The_mailbox_with_a_mail_open_is_sound()
    {
        var (_, mail) = await SignedAsync("fa");
        await Tab.GoAsync($"/mailbox/{mail.Id}?lang=en");
        await SoundAsync("en");
    }

    private Task SoundAsync(string language) => Soundness.CheckAsync(Tab, language);

    private Task<Stage> SetAsync() => Stage.SetAsync(site, with: spec => spec.Translations.Add(("fa", "کاووس را به خانه برگردانید", "بگذارید بماند.", "کاووس اینجا زندگی می‌کند.")));

    private async Task<(Stage Stage, MailboxMail Mail)> SignedAsync(string language)
    {
        var stage = await SetAsync();
        var address = NewAddress("mail.example");
        await stage.SignAsync(site.Visitor(), "Maxine Kowalski", address, ("Lang", language), ("WantsUpdates", "true"));
        return (stage, await site.Mail.WaitAsync(address));
    }

    private static string NewAddress(string domain) => $"walker{Interlocked.Increment(ref number)}@{domain}";
}
