using System.Security.Cryptography;
using System.Text;
using NetVips;
using Platform.Core.Access;
using Platform.Petitions.Branding;
using Platform.Petitions.Organisations;
using Platform.Petitions.Tests.CampaignPage;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.Branding;

/// <summary>What owners set at <c>/desk/look</c>, and where it shows.</summary>
public sealed class LookTests(LookTests.KeptWorld world) : IClassFixture<LookTests.KeptWorld>
{
    private const string Pale = "#fff3b0";

    private static readonly string Shown = AccentColours.Of(Rgb.Parse(Pale)!.Value).Style();

    [Fact]
    public async Task A_bad_colour_is_corrected_said_so_and_shown_on_every_page_of_its_organisation()
    {
        var stage = await Stage.SetAsync(world);
        var owner = await OwnerAsync(stage);
        var page = await owner.SubmitAsync(await owner.GetAsync(Desk(stage)), "#look", ("Accent", "FFF3B0"));
        Assert.Equal("#fff3b0", page.Html.QuerySelector("#Accent")!.GetAttribute("value"));
        Assert.Equal("Made darker so that people can read it.", page.One("[data-changed=light]:not([hidden])"));
        Assert.Null(page.One("[data-changed=dark]:not([hidden])"));
        Assert.Contains(Shown.Replace(":root", ".look", StringComparison.Ordinal), page.Source, StringComparison.Ordinal);
        Assert.DoesNotContain("light:" + Pale, Shown, StringComparison.Ordinal);

        foreach (var address in new[] { $"/{stage.Organisation.Slug}", stage.Path, stage.Path + "/sign", stage.Path + "/embed", stage.Path + "/signers", stage.Path + "/poster", $"/{stage.Organisation.Slug}/about/privacy" })
        {
            var read = await world.Visitor().GetAsync(address);
            Assert.True(Shown == read.One("style"), $"{address}: {read.One("style")}");
            AssertAllowed(read);
        }

        var embed = string.Join("", (await world.Visitor().GetAsync(stage.Path + "/embed")).Response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("frame-ancestors https: http:", embed, StringComparison.Ordinal);
        Assert.Null((await world.Visitor().GetAsync($"/{(await Stage.SetAsync(world)).Organisation.Slug}")).One("style"));
        Assert.Null((await world.Visitor().GetAsync("/")).One("style"));
    }

    [Fact]
    public async Task Pages_that_are_kept_are_made_anew_when_the_look_changes()
    {
        var stage = await Stage.SetAsync(world);
        var owner = await OwnerAsync(stage);
        foreach (var (typed, style) in new[] { ("", null), (Pale, Shown), ("#0b3d91", AccentColours.Of(new Rgb(0x0b, 0x3d, 0x91)).Style()), ("", null) })
        {
            await owner.SubmitAsync(await owner.GetAsync(Desk(stage)), "#look", ("Accent", typed));
            Assert.Equal(style, (await world.Visitor().GetAsync(stage.Path)).One("style"));
            Assert.Equal(style, (await world.Visitor($"{stage.Organisation.Slug}.petitions.example").GetAsync($"/{stage.Campaign.Slug}")).One("style"));
        }
    }

    [Fact]
    public async Task A_colour_is_shown_corrected_while_it_is_chosen()
    {
        var stage = await Stage.SetAsync(world);
        var owner = await OwnerAsync(stage);
        var made = AccentColours.Of(Rgb.Parse(Pale)!.Value);
        Assert.Equal($$"""{"chosen":"{{Pale}}","light":"{{made.Light}}","dark":"{{Pale}}","darker":true,"lighter":false}""", (await owner.GetAsync(Desk(stage) + "/colours?accent=%23fff3b0")).Source);
        Assert.StartsWith("""{"chosen":null,"light":null""", (await owner.GetAsync(Desk(stage) + "/colours?accent=red")).Source, StringComparison.Ordinal);

        var page = await owner.SubmitAsync(await owner.GetAsync(Desk(stage)), "#look", ("Accent", "red;}"));
        Assert.Contains("six digits", page.One("#Accent-error"), StringComparison.Ordinal);
        Assert.Null(page.One("style"));
    }

    [Fact]
    public async Task A_share_card_has_its_organisation_s_colour()
    {
        var stage = await Stage.SetAsync(world);
        var owner = await OwnerAsync(stage);
        var before = await CardAsync(stage);
        await owner.SubmitAsync(await owner.GetAsync(Desk(stage)), "#look", ("Accent", "#b3261e"));
        var after = await CardAsync(stage);
        Assert.NotEqual(before.Address, after.Address);

        // The count is set in it: more red than blue where blue was.
        Assert.True(Redness(after.Bytes) > Redness(before.Bytes));
    }

    private static double Redness(byte[] card)
    {
        using var image = Image.NewFromBuffer(card);
        using var red = image[0];
        using var blue = image[2];
        return red.Avg() - blue.Avg();
    }

    private async Task<(string Address, byte[] Bytes)> CardAsync(Stage stage)
    {
        var address = (await world.Visitor().GetAsync(stage.Path)).Html.QuerySelector("meta[property='og:image']")!.GetAttribute("content")!;
        return (address, await world.Visitor().Http.GetByteArrayAsync(new Uri(address)));
    }

    private async Task<Visitor> OwnerAsync(Stage stage) => (await world.MemberAsync(stage.Organisation, MemberRole.Owner)).Visitor;

    private static string Desk(Stage stage) => $"/{stage.Organisation.Slug}/desk/look";

    private static void AssertAllowed(Page page)
    {
        var hash = $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(page.One("style")!)))}'";
        Assert.Contains($"style-src 'self' {hash};", string.Join("", page.Response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    /// <summary>Campaign pages are kept for as long as nothing is heard of them.</summary>
    public sealed class KeptWorld : PublicWorld
    {
        protected override Dictionary<string, string?> Settings => new(base.Settings) { ["Pages:Longest"] = "01:00:00" };
    }
}
