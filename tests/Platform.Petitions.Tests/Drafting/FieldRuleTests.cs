using Platform.Core.Access;
using Platform.Petitions.Campaigns;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.Drafting;

/// <summary>Every text of a petition: not blank, no formula for a spreadsheet, not without end; each says so in its own words, and nothing typed is lost.</summary>
public sealed class FieldRuleTests(TestHost host) : IClassFixture<TestHost>
{
    [Theory]
    [InlineData("title", "Title", 150, "in one line what should change", "the title")]
    [InlineData("why", "Demand", 1_000, "what exactly you ask for", "the demand")]
    [InlineData("why", "Body", 20_000, "Say why", "the text")]
    [InlineData("decision-makers", "People[0].Office", 120, "which office or role", "the office")]
    [InlineData("decision-makers", "People[0].Name", 120, null, "the name")]
    [InlineData("decision-makers", "People[0].Place", 120, null, "the place")]
    [InlineData("picture", "Alt", 250, null, "the description")]
    [InlineData("picture", "Links[0].Label", 120, "Give the link a name", "the name of the link")]
    public async Task A_field_refuses_blanks_formulas_and_too_much_in_its_own_words(string step, string field, int longest, string? missing, string about)
    {
        var stage = await Stage.SetAsync(host, CampaignStatus.Draft);
        var (editor, _) = await host.MemberAsync(stage.Organisation, MemberRole.Editor);
        var id = field.Replace('[', '_').Replace(']', '_').Replace('.', '_');
        (string, string?)[] whole = field.StartsWith("People", StringComparison.Ordinal) ? [("People[0].Office", "Mayor")] : field.StartsWith("Links", StringComparison.Ordinal) ? [("Links[0].Url", "https://example.org/")] : [];

        foreach (var begin in "=+-@")
        {
            var page = await TypeAsync(begin + "cmd");
            Assert.Contains("not with = + - or @", page.One($"#{id}-error"), StringComparison.Ordinal);
            Assert.Contains(page.Html.QuerySelectorAll(".errors a"), link => link.GetAttribute("href") == "#" + id);
            Assert.Equal(begin + "cmd", Typed(page, id));
        }

        var tooMuch = string.Concat(Enumerable.Repeat("é", longest + 3));
        var tooLong = await TypeAsync(tooMuch);
        Assert.Contains($"Shorten {about} by 3 characters", tooLong.One($"#{id}-error"), StringComparison.Ordinal);
        Assert.Equal(tooMuch, Typed(tooLong, id));
        Assert.Null((await TypeAsync(tooMuch[..^3])).One($"#{id}-error"));
        var blank = await TypeAsync(" \u200B ");
        Assert.Equal(missing is not null, blank.One($"#{id}-error")?.Contains(missing!, StringComparison.Ordinal) ?? false);

        async Task<Page> TypeAsync(string words) =>
            await editor.SubmitAsync(await editor.GetAsync($"/{stage.Organisation.Slug}/desk/campaigns/{stage.Campaign.Id}/edit/{step}"), "#step", [.. whole, (field, words), ("go", "next")]);
    }

    private static string? Typed(Page page, string id) => page.Html.GetElementById(id) switch
    {
        AngleSharp.Html.Dom.IHtmlTextAreaElement area => area.Value,
        { } input => input.GetAttribute("value"),
        null => null,
    };
}
