using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Site;
using Platform.Petitions.Tests.Moderation;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Platform.Testing.Time;
using Xunit;

namespace Platform.Petitions.Tests.Site;

public sealed class SwitchTests(StaffWorld world) : IClassFixture<StaffWorld>, IAsyncLifetime
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => await SwitchAsync();

    [Fact]
    public async Task Paused_signing_says_so_keeps_nothing_and_lets_earlier_signers_confirm()
    {
        var stage = await Stage.SetAsync(world);
        await stage.SignAsync(world.Visitor(), "Early Bird", "early@pause.example");
        var form = await world.Visitor().GetAsync(stage.Path + "/sign");
        await SwitchAsync("SigningPaused");

        var sent = await world.Visitor().SubmitAsync(form, "#sign", ("Name", "Late Bird"), ("Email", "late@pause.example"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, sent.Status);
        Assert.NotNull(sent.Response.Headers.RetryAfter);
        Assert.Contains("Your signature was not saved", sent.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await world.Visitor().GetAsync(stage.Path + "/sign")).Status);
        Assert.Equal(1, await world.InDbAsync(stage.Organisation.Id, db => db.Signatures.CountAsync(s => s.CampaignId == stage.Campaign.Id)));

        var page = await world.Visitor().GetAsync(stage.Path);
        Assert.Contains("Signing is paused", page.One(".notice")!, StringComparison.Ordinal);
        Assert.Null(page.Html.QuerySelector("#sign, .bar, [data-live-url]"));
        Assert.Contains("\"open\":false", (await world.Visitor().GetAsync(stage.Path + "/count.json")).Source, StringComparison.Ordinal);
        Assert.Contains("متوقف", (await world.Visitor().GetAsync(stage.Path + "?lang=fa")).One(".notice")!, StringComparison.Ordinal);

        await stage.ConfirmAsync(world.Visitor(), "early@pause.example");
        Assert.Equal(1, await stage.CountAsync());
    }

    [Fact]
    public async Task Every_open_deadline_gains_the_pause_and_none_passes_during_it()
    {
        var open = (await Stage.SetAsync(world)).Campaign;
        var passing = await Stage.SetAsync(world);
        var published = (await Stage.SetAsync(world)).Campaign;
        var closed = (await Stage.SetAsync(world, CampaignStatus.Closed)).Campaign;
        await SwitchAsync("SigningPaused");
        var now = TimeProvider.System.GetUtcNow();
        await PausedSinceAsync(now.AddHours(-3));
        await TimesAsync(passing.Campaign, now.AddDays(-2), now.AddHours(-1));
        await TimesAsync(published, now.AddHours(-1), now.AddDays(9));
        await TimesAsync(open, now.AddDays(-2), now.AddDays(9));

        await world.InScopeAsync(null, async services =>
        {
            await ActivatorUtilities.CreateInstance<ClosingJob>(services).RunAsync(CancellationToken.None);
            return 0;
        });
        Assert.Equal(CampaignStatus.Published, (await world.ReadAsync(passing.Campaign)).Status);
        Assert.Contains("Signing is paused", (await world.Visitor().GetAsync(passing.Path)).One(".notice")!, StringComparison.Ordinal);

        await SwitchAsync();
        Assert.Equal(now.AddDays(9).AddHours(3), await EndOfAsync(open), Minute);
        Assert.Equal(now.AddDays(9).AddHours(1), await EndOfAsync(published), Minute);
        Assert.Equal(now.AddHours(2), await EndOfAsync(passing.Campaign), Minute);
        Assert.Equal(closed.ClosesAt!.Value, await EndOfAsync(closed), TimeSpan.FromMilliseconds(1));
        Assert.NotNull((await world.Visitor().GetAsync(passing.Path)).Html.QuerySelector("#sign"));
        var line = await world.LastActAsync();
        Assert.Equal(("site.settings", world.AdminUser.Id), (line.Action, line.Actor));
        Assert.Contains("signing runs", line.Detail, StringComparison.Ordinal);
        Assert.Contains("deadlines moved by 0.03:00", line.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Paused_creation_stops_beginning_and_submitting_but_not_writing()
    {
        var stage = await Stage.SetAsync(world, CampaignStatus.Draft);
        await world.JoinAsync(stage.Organiser, stage.Organisation);
        var desk = await world.AtDeskAsync(stage.Organiser);
        var (first, preview) = (await desk.GetAsync($"/{stage.Organisation.Slug}/desk/campaigns/new"), await desk.GetAsync($"/{stage.Organisation.Slug}/desk/campaigns/{stage.Campaign.Id}/edit/preview"));
        await SwitchAsync("CreationPaused");

        Assert.Contains("New petitions are paused", (await desk.GetAsync($"/{stage.Organisation.Slug}/desk/campaigns/new")).Text, StringComparison.Ordinal);
        Assert.Contains("New petitions are paused", (await desk.SubmitAsync(first, "main form", ("Title", "One more petition"))).Text, StringComparison.Ordinal);
        Assert.Contains("New petitions are paused", (await desk.SubmitAsync(preview, "form[action$='/submission']")).Text, StringComparison.Ordinal);
        Assert.Equal(CampaignStatus.Draft, (await world.ReadAsync(stage.Campaign)).Status);
        Assert.Equal(1, await world.InDbAsync(stage.Organisation.Id, db => db.Campaigns.CountAsync()));
    }

    [Fact]
    public async Task With_live_numbers_off_nothing_follows_the_count_and_open_streams_end()
    {
        var stage = await Stage.SetAsync(world);
        var stream = await world.Visitor().Http.GetAsync(new Uri(stage.Path + "/live", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        var rest = stream.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        await SwitchAsync("LiveOff");

        Assert.Contains("data-count", await rest.WaitAsync(Until.Patience, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, (await world.Visitor().RawAsync(stage.Path + "/live")).StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await world.Visitor().RawAsync(stage.Path + "/card")).StatusCode);
        var page = await world.Visitor().GetAsync(stage.Path);
        Assert.Null(page.Html.QuerySelector("[data-live-url]"));
        Assert.NotNull(page.Html.QuerySelector("[data-count]"));
        Assert.NotNull(page.Html.QuerySelector("#sign"));
    }

    [Fact]
    public async Task With_statistics_off_nothing_is_said_about_growth_and_countries()
    {
        var stage = await Stage.SetAsync(world);
        await world.ConfirmedSignersAsync(stage.Campaign, 40);
        Assert.NotNull((await world.Visitor().GetAsync("/")).Html.QuerySelector("#trending"));
        Assert.Contains("Canada", (await world.Visitor().GetAsync(stage.Path)).One(".bars")!, StringComparison.Ordinal);
        Assert.NotNull((await world.Visitor().GetAsync("/search")).Html.QuerySelector("#near"));
        await SwitchAsync("StatisticsOff");

        Assert.Null((await world.Visitor().GetAsync("/")).Html.QuerySelector("#trending"));
        var search = await world.Visitor().GetAsync("/search?sort=rising&near=CA");
        Assert.Null(search.Html.QuerySelector("#near, a[href*=rising]"));
        Assert.Contains("Sorted by date of publication", search.Text, StringComparison.Ordinal);
        Assert.Null((await world.Visitor().GetAsync(stage.Path)).Html.QuerySelector(".bars"));
    }

    [Fact]
    public async Task Read_only_takes_nothing_but_from_staff()
    {
        var stage = await Stage.SetAsync(world);
        await world.JoinAsync(stage.Organiser, stage.Organisation);
        var (visitor, desk) = (world.Visitor(), await world.AtDeskAsync(stage.Organiser));
        var (contact, first) = (await visitor.GetAsync("/contact"), await desk.GetAsync($"/{stage.Organisation.Slug}/desk/campaigns/new"));
        var newcomer = await world.UserAsync("Nora New");
        await SwitchAsync("ReadOnly");

        var refused = await visitor.SubmitAsync(contact, "main form", ("Text", "Hello"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.Status);
        Assert.NotNull(refused.Response.Headers.RetryAfter);
        Assert.Contains("Nothing can be saved just now", refused.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await desk.SubmitAsync(first, "main form", ("Title", "One more petition"))).Status);
        Assert.Contains("Signing is paused", (await visitor.GetAsync(stage.Path)).One(".notice")!, StringComparison.Ordinal);
        Assert.Equal(0, await world.InDbAsync(null, db => db.ContactMessages.CountAsync()));

        await world.SignedInAsync(newcomer);
        await SwitchAsync();
        Assert.Equal(HttpStatusCode.OK, (await visitor.SubmitAsync(contact, "main form", ("Text", "Hello"))).Status);
    }

    [Fact]
    public async Task The_notice_stands_on_every_page_as_words_and_not_as_markup()
    {
        var stage = await Stage.SetAsync(world);
        await world.JoinAsync(stage.Organiser, stage.Organisation);
        await world.SaveSwitchesAsync(("Banner", "Work on <b>Sunday</b>"));

        foreach (var address in new[] { "/", "/search", stage.Path, "/about/privacy", "/account/sign-in", "/nothing/at/all" })
        {
            Assert.Equal("Work on <b>Sunday</b>", (await world.Visitor().GetAsync(address)).One(".site-notice"));
        }

        Assert.NotNull((await (await world.AtDeskAsync(stage.Organiser)).GetAsync("/desk")).Html.QuerySelector(".site-notice"));
        Assert.NotNull((await world.Moderator.GetAsync("/admin")).Html.QuerySelector(".site-notice"));
        await world.SaveSwitchesAsync(("Banner", ""));
        Assert.Null((await world.Visitor().GetAsync("/")).Html.QuerySelector(".site-notice"));
    }

    [Fact]
    public async Task Switches_are_for_admins()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await world.Moderator.GetAsync("/admin/settings")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Moderator.PostDirectlyAsync("/admin/settings", ("SigningPaused", "true"))).Status);
        Assert.False(await world.InDbAsync(null, db => db.SiteSettings.AnyAsync(s => s.SigningPaused)));
    }

    private async Task<DateTimeOffset> EndOfAsync(Campaign campaign) => (await world.ReadAsync(campaign)).ClosesAt!.Value;

    private Task SwitchAsync(params string[] on) => world.SwitchAsync(on);

    /// <summary>Puts the beginning of the pause into the past, and waits until this node has seen it.</summary>
    private async Task PausedSinceAsync(DateTimeOffset since)
    {
        await world.InDbAsync(null, db => db.SiteSettings.ExecuteUpdateAsync(set => set.SetProperty(s => s.PausedSince, since)));
        var switches = world.Services.GetRequiredService<SiteSwitches>();
        await Until.TrueAsync(() => switches.DeadlineClock(since.AddHours(1)) <= since.AddMinutes(1), "this node has seen since when it is paused");
    }

    private Task<int> TimesAsync(Campaign campaign, DateTimeOffset published, DateTimeOffset closes) => world.InDbAsync(campaign.TenantId, db => db.Campaigns
        .Where(c => c.Id == campaign.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.PublishedAt, published).SetProperty(c => c.ClosesAt, closes)));
}
