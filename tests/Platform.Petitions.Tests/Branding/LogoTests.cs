using System.Net;
using System.Text;
using NetVips;
using Platform.Core.Access;
using Platform.Petitions.Tests.CampaignPage;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.Branding;

/// <summary>An organisation's pictures: its logo on every page, its banner on its own.</summary>
public sealed class LogoTests(PublicWorld world) : IClassFixture<PublicWorld>
{
    [Fact]
    public async Task A_logo_of_any_shape_stands_in_the_head_with_words_and_is_taken_away_again()
    {
        var stage = await Stage.SetAsync(world);
        var owner = await OwnerAsync(stage);
        var page = await UploadAsync(owner, stage, ("Logo", Drawing(900, 120, brightness: 40)), ("LogoAlt", "Friends of ferries"));
        Assert.Equal("/" + stage.Organisation.Slug + "/desk/look", page.Address.AbsolutePath);
        foreach (var address in new[] { $"/{stage.Organisation.Slug}", stage.Path })
        {
            var logo = (await world.Visitor().GetAsync(address)).Html.QuerySelector(".logo-line a img.logo--dark")!;
            Assert.Equal(("Friends of ferries", "480", "64"), (logo.GetAttribute("alt"), logo.GetAttribute("width"), logo.GetAttribute("height")));
            using var file = await world.Visitor().RawAsync(logo.GetAttribute("src")!);
            Assert.Equal((HttpStatusCode.OK, "image/webp"), (file.StatusCode, file.Content.Headers.ContentType!.MediaType));
            Assert.Equal("public, max-age=31536000, immutable", string.Join(", ", file.Headers.GetValues("Cache-Control")));
            using var image = Image.NewFromBuffer(await file.Content.ReadAsByteArrayAsync());
            Assert.True(image.HasAlpha());
        }

        // On a host of its own it is the mark of the house, once.
        var own = await world.Visitor($"{stage.Organisation.Slug}.petitions.example").GetAsync("/");
        Assert.Equal("Friends of ferries", own.Html.QuerySelectorAll("img.logo").Single().GetAttribute("alt"));
        Assert.NotNull(own.Html.QuerySelector(".mark img.logo"));

        await UploadAsync(owner, stage, ("Logo", Drawing(64, 300, brightness: 240)), ("LogoAlt", "Ferries"));
        Assert.NotNull((await world.Visitor().GetAsync(stage.Path)).Html.QuerySelector("img.logo--light[alt=Ferries]"));
        await owner.SubmitAsync(await owner.GetAsync(Desk(stage)), "#look", ("RemoveLogo", "true"), ("LogoAlt", ""));
        Assert.Null((await world.Visitor().GetAsync(stage.Path)).Html.QuerySelector("img.logo"));
    }

    [Fact]
    public async Task A_banner_is_for_everybody_and_only_while_it_hangs()
    {
        var stage = await Stage.SetAsync(world);
        var owner = await OwnerAsync(stage);
        await UploadAsync(owner, stage, ("Banner", Drawing(1600, 500, brightness: 90)), ("BannerAlt", "A ferry at the quay"));
        var banner = (await world.Visitor().GetAsync($"/{stage.Organisation.Slug}")).Html.QuerySelector(".shot--banner img")!;
        Assert.Equal("A ferry at the quay", banner.GetAttribute("alt"));
        using var file = await world.Visitor().RawAsync(banner.GetAttribute("src")!);
        Assert.Equal(HttpStatusCode.OK, file.StatusCode);

        await owner.SubmitAsync(await owner.GetAsync(Desk(stage)), "#look", ("RemoveBanner", "true"), ("BannerAlt", ""));
        Assert.Null((await world.Visitor().GetAsync($"/{stage.Organisation.Slug}")).Html.QuerySelector(".shot--banner"));
        using var gone = await world.Visitor().RawAsync(banner.GetAttribute("src")!);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task What_cannot_be_shown_is_refused_at_its_field()
    {
        var stage = await Stage.SetAsync(world);
        var owner = await OwnerAsync(stage);
        var drawing = Drawing(300, 100, brightness: 40);
        foreach (var (field, bytes, at, words) in new[]
        {
            ("Logo", drawing, "LogoAlt", "Say what the logo says"),
            ("Banner", Drawing(800, 300, brightness: 40), "BannerAlt", "Say what the banner shows"),
        })
        {
            Assert.Contains(words, (await UploadAsync(owner, stage, (field, bytes))).One($"#{at}-error"), StringComparison.Ordinal);
        }

        foreach (var (field, bytes, words) in new[]
        {
            ("Logo", Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"), "no picture we can use"),
            ("Logo", Drawing(20, 20, brightness: 40), "at least 32 pixels"),
            ("Logo", [.. drawing[..40], .. Encoding.UTF8.GetBytes("nothing")], "cannot read this picture"),
            ("Logo", [.. drawing, .. new byte[2 * 1024 * 1024]], "larger than 2 MB"),
            ("Banner", Drawing(300, 100, brightness: 40), "at least 200 pixels"),
        })
        {
            Assert.Contains(words, (await UploadAsync(owner, stage, (field, bytes), ("LogoAlt", "A"), ("BannerAlt", "B"))).One($"#{field}-error"), StringComparison.Ordinal);
        }

        Assert.Null((await world.Visitor().GetAsync($"/{stage.Organisation.Slug}")).Html.QuerySelector("img"));
    }

    [Fact]
    public async Task A_logo_beside_a_wrong_banner_leaves_no_file_behind()
    {
        var stage = await Stage.SetAsync(world);
        var owner = await OwnerAsync(stage);
        await UploadAsync(owner, stage, ("Logo", Drawing(300, 100, brightness: 40)), ("LogoAlt", "Ferries"));
        var kept = Kept();
        var page = await owner.UploadAsync(
            await owner.GetAsync(Desk(stage)),
            "#look",
            [("Logo", "logo.png", "image/png", Drawing(200, 100, brightness: 40)), ("Banner", "banner.png", "image/png", Drawing(300, 100, brightness: 40))],
            ("BannerAlt", "Ferries at the quay"));
        Assert.Contains("at least 200 pixels", page.One("#Banner-error"), StringComparison.Ordinal);
        Assert.NotEmpty(kept);
        Assert.Equal(kept, Kept());

        // The store is this class's own, and tests of one class come one after another.
        List<string> Kept() => [.. System.IO.Directory.GetFiles(Path.Combine(world.Folder, "blobs"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
    }

    private async Task<Visitor> OwnerAsync(Stage stage) => (await world.MemberAsync(stage.Organisation, MemberRole.Owner)).Visitor;

    private static string Desk(Stage stage) => $"/{stage.Organisation.Slug}/desk/look";

    private static async Task<Page> UploadAsync(Visitor owner, Stage stage, (string Field, byte[] Bytes) file, params (string Name, string? Value)[] values) =>
        await owner.UploadAsync(await owner.GetAsync(Desk(stage)), "#look", (file.Field, "drawing.png", "image/png", file.Bytes), values);

    /// <summary>Half transparent everywhere, in one grey.</summary>
    internal static byte[] Drawing(int width, int height, int brightness)
    {
        using var plain = Image.Black(width, height, bands: 4);
        using var drawn = plain.Linear([1, 1, 1, 1], [brightness, brightness, brightness, 128]).Cast(Enums.BandFormat.Uchar);
        using var coloured = drawn.Copy(interpretation: Enums.Interpretation.Srgb);
        return coloured.PngsaveBuffer();
    }
}
