using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Petitions.Campaigns;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.Drafting;

public sealed class WizardTests(TestHost host) : IClassFixture<TestHost>
{
    private static readonly string InAMonth = In(days: 30);

    [Fact]
    public async Task A_petition_is_written_and_submitted_without_a_script()
    {
        var stage = await Stage.SetAsync(host, CampaignStatus.Draft);
        var (visitor, user) = await host.MemberAsync(stage.Organisation, MemberRole.Editor);
        var page = await visitor.GetAsync($"/{stage.Organisation.Slug}/desk/campaigns/new");
        page = await visitor.SubmitAsync(page, "#step", ("Title", "Let the library open on Sundays"), ("Language", "en"));
        Assert.EndsWith("/edit/decision-makers", page.Address.AbsolutePath);
        page = await Next(visitor, page, ("People[0].Office", "Mayor"), ("People[0].Name", "Ada Lane"), ("People[0].Place", "Hamilton"));
        Assert.EndsWith("/edit/why", page.Address.AbsolutePath);
        page = await Next(visitor, page, ("Demand", "Open it on Sundays."), ("Body", "Because **families** are free on Sundays."));
        Assert.EndsWith("/edit/picture", page.Address.AbsolutePath);
        page = await Next(visitor, page, ("Links[0].Label", "A report"), ("Links[0].Url", "https://example.org/report"));
        Assert.EndsWith("/edit/details", page.Address.AbsolutePath);
        page = await Next(visitor, page, ("Goal", "5,000"), ("ClosesOn", InAMonth), ("TimeZone", "America/Toronto"), ("PublicNames", "true"));
        Assert.EndsWith("/edit/preview", page.Address.AbsolutePath);
        Assert.Equal("families", page.One(".prose strong"));
        page = await visitor.SubmitAsync(page, "#submit");
        Assert.Contains("In review", page.Text, StringComparison.Ordinal);

        var campaign = await ReadAsync(stage, "let-the-library-open-on-sundays");
        Assert.Equal((CampaignStatus.Submitted, 5000, "America/Toronto", "Mayor"), (campaign.Status, campaign.Goal!.Value, campaign.TimeZone, campaign.DecisionMakers[0].Office));
        var zone = TimeZoneInfo.FindSystemTimeZoneById("America/Toronto");
        Assert.Equal("23:59:59", TimeZoneInfo.ConvertTime(campaign.ClosesAt!.Value, zone).ToString("HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture));
        var receipt = await host.Mail.WaitAsync(user.Email!, "Received");
        Assert.Contains("Let the library open on Sundays", receipt.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Going_back_loses_nothing_that_was_typed()
    {
        var stage = await Stage.SetAsync(host, CampaignStatus.Draft);
        var (visitor, _) = await host.MemberAsync(stage.Organisation, MemberRole.Editor);
        var page = await visitor.GetAsync(Edit(stage, "why"));
        page = await visitor.SubmitAsync(page, "#step", ("Demand", "="), ("Body", "Half a sent"), ("go", "back"));
        Assert.EndsWith("/edit/decision-makers", page.Address.AbsolutePath);
        page = await visitor.GetAsync(Edit(stage, "why"));
        Assert.Equal(("=", "Half a sent"), (Value(page, "#Demand"), Value(page, "#Body")));
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_the_field_and_above_and_the_words_stay()
    {
        var stage = await Stage.SetAsync(host, CampaignStatus.Draft);
        var (visitor, _) = await host.MemberAsync(stage.Organisation, MemberRole.Editor);
        var page = await Next(visitor, await visitor.GetAsync(Edit(stage, "title")), ("Title", "=" + new string('x', 20)));
        Assert.Contains("not with =", page.One("#Title-error"), StringComparison.Ordinal);
        Assert.Contains("not with =", page.One(".errors"), StringComparison.Ordinal);
        Assert.Equal("=" + new string('x', 20), page.Html.QuerySelector("#Title")!.GetAttribute("value"));
        page = await Next(visitor, await visitor.GetAsync(Edit(stage, "title")), ("Title", string.Concat(Enumerable.Repeat("é", 151))));
        Assert.Contains("1 character", page.One("#Title-error"), StringComparison.Ordinal);
        page = await Next(visitor, await visitor.GetAsync(Edit(stage, "title")), ("Title", "   "));
        Assert.Contains("in one line", page.One("#Title-error"), StringComparison.Ordinal);
        page = await Next(visitor, await visitor.GetAsync(Edit(stage, "title")), ("Title", "Let \u202Ehim stay"));
        Assert.Equal(HttpStatusCode.OK, page.Status);
    }

    [Theory]
    [InlineData("", "Choose the last day")]
    [InlineData("2020-01-01", "in the future")]
    [InlineData("2999-01-01", "two years")]
    [InlineData("tomorrow", "how this is written")]
    public async Task A_closing_date_is_required_and_at_most_two_years_away(string typed, string words)
    {
        var stage = await Stage.SetAsync(host, CampaignStatus.Draft);
        var (visitor, _) = await host.MemberAsync(stage.Organisation, MemberRole.Editor);
        var page = await Next(visitor, await visitor.GetAsync(Edit(stage, "details")), ("ClosesOn", typed));
        Assert.Contains(words, page.One("#ClosesOn-error"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_has_to_end_after_it_begins_also_once_it_is_public()
    {
        var stage = await Stage.SetAsync(host);
        var (visitor, _) = await host.MemberAsync(stage.Organisation, MemberRole.Editor);
        var page = await Next(visitor, await visitor.GetAsync(Edit(stage, "details")), ("ClosesOn", InAMonth), ("OpensOn", In(days: 60)));
        Assert.Contains("after the opening date", page.One("#ClosesOn-error"), StringComparison.Ordinal);
        Assert.Null((await ReadAsync(stage, stage.Campaign.Slug)).OpensAt);
    }

    [Fact]
    public async Task Typing_is_saved_and_a_slug_is_not_reserved_letter_by_letter()
    {
        var stage = await Stage.SetAsync(host, CampaignStatus.Draft);
        var (visitor, _) = await host.MemberAsync(stage.Organisation, MemberRole.Editor);
        var saved = await visitor.SubmitAsync(await visitor.GetAsync(Edit(stage, "title")), "#step", ("Title", "Half a thou"));
        var page = await visitor.GetAsync(Edit(stage, "details"));
        var fields = page.Html.QuerySelectorAll("#step input, #step select").OfType<AngleSharp.Html.Dom.IHtmlInputElement>().Select(i => KeyValuePair.Create(i.Name!, i.Name == "Slug" ? "half" : i.Value)).Where(f => f.Key is not null).ToList();
        var answer = await visitor.PostAsync(new Uri(page.Address, Edit(stage, "details") + "/autosave"), fields);
        Assert.Equal(HttpStatusCode.NoContent, answer.Status);
        Assert.False(await host.InDbAsync(stage.Organisation.Id, db => db.Slugs.AnyAsync(s => s.Slug == "half")));
        Assert.Equal("Half a thou", (await ReadAsync(stage, stage.Campaign.Slug)).Title);
        Assert.NotNull(saved);
    }

    [Fact]
    public async Task A_slug_that_was_ever_used_is_never_given_to_another_campaign()
    {
        var stage = await Stage.SetAsync(host, CampaignStatus.Draft, c => c.Slug = "first-name");
        var (visitor, _) = await host.MemberAsync(stage.Organisation, MemberRole.Editor);
        await Next(visitor, await visitor.GetAsync(Edit(stage, "details")), ("ClosesOn", InAMonth), ("Slug", "second-name"));
        Assert.Equal("second-name", (await ReadAsync(stage, "second-name")).Slug);
        var other = await host.CampaignAsync(stage.Organisation, stage.Organiser, CampaignStatus.Draft);
        var page = await Next(visitor, await visitor.GetAsync($"/{stage.Organisation.Slug}/desk/campaigns/{other.Id}/edit/details"), ("ClosesOn", InAMonth), ("Slug", "First-Name"));
        Assert.Contains("has or had", page.One("#Slug-error"), StringComparison.Ordinal);
        page = await Next(visitor, await visitor.GetAsync($"/{stage.Organisation.Slug}/desk/campaigns/{other.Id}/edit/details"), ("ClosesOn", InAMonth), ("Slug", "../etc"));
        Assert.Contains("small letters", page.One("#Slug-error"), StringComparison.Ordinal);
        var started = await host.CampaignAsync(stage.Organisation, stage.Organiser, CampaignStatus.Draft, c => c.Title = "First name");
        Assert.NotEqual("first-name", started.Slug);
    }

    [Fact]
    public async Task Links_lead_to_the_web_only()
    {
        var stage = await Stage.SetAsync(host, CampaignStatus.Draft);
        var (visitor, _) = await host.MemberAsync(stage.Organisation, MemberRole.Editor);
        var page = await Next(visitor, await visitor.GetAsync(Edit(stage, "picture")), ("Links[0].Label", "Run me"), ("Links[0].Url", "javascript:alert(1)"));
        Assert.Contains("whole web address", page.One("#Links_0__Url-error"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_preview_of_markdown_is_what_the_page_shows()
    {
        var stage = await Stage.SetAsync(host, CampaignStatus.Draft);
        var (visitor, _) = await host.MemberAsync(stage.Organisation, MemberRole.Editor);
        var page = await visitor.GetAsync(Edit(stage, "why"));
        var token = page.Html.QuerySelector("#step input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var answer = await visitor.PostAsync(new Uri(page.Address, $"/{stage.Organisation.Slug}/desk/preview"), [new("text", "**so** <script>x</script>"), new("__RequestVerificationToken", token)]);
        Assert.Equal("so", answer.One("strong"));
        Assert.Null(answer.Html.QuerySelector("script"));
    }

    [Fact]
    public async Task Words_that_are_in_review_are_locked()
    {
        var stage = await Stage.SetAsync(host, CampaignStatus.Submitted);
        var (visitor, _) = await host.MemberAsync(stage.Organisation, MemberRole.Editor);
        Assert.EndsWith($"/desk/campaigns/{stage.Campaign.Id}", (await visitor.GetAsync(Edit(stage, "why"))).Address.AbsolutePath);
    }

    private static string In(int days) => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static string Edit(Stage stage, string step) => $"/{stage.Organisation.Slug}/desk/campaigns/{stage.Campaign.Id}/edit/{step}";

    private static Task<Page> Next(Visitor visitor, Page page, params (string Name, string? Value)[] typed) => visitor.SubmitAsync(page, "#step", [.. typed, ("go", "next")]);

    private static string? Value(Page page, string selector) => (page.Html.QuerySelector(selector) as AngleSharp.Html.Dom.IHtmlTextAreaElement)?.Value;

    private Task<Campaign> ReadAsync(Stage stage, string slug) =>
        host.InDbAsync(stage.Organisation.Id, db => db.Campaigns.AsNoTracking().Include(c => c.Texts).SingleAsync(c => c.Slug == slug));
}
