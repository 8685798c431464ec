using System.Net;
using Microsoft.Extensions.DependencyInjection;
using NetVips;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Pictures;
using Platform.Petitions.Tests.CampaignPage;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.Pictures;

public sealed class PictureSizeTests(PublicWorld world) : IClassFixture<PublicWorld>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void A_format_is_offered_up_to_the_picture_s_own_width_and_never_said_to_be_wider()
    {
        var address = $"/pictures/{Guid.Empty:N}";
        var picture = new PictureView(Guid.Empty, 800, 600, "");
        Assert.Equal($"{address}/320.avif 320w, {address}/640.avif 640w, {address}/960.avif 800w", picture.Set(PictureFormat.Avif));
        Assert.Equal($"{address}/320.jpg 320w, {address}/640.jpg 640w", (picture with { Width = 1200 }).Set(PictureFormat.Jpeg, most: 640));
        Assert.EndsWith("/1200.webp 1200w", (picture with { Width = 1200 }).Set(PictureFormat.Webp), StringComparison.Ordinal);
    }

    [Fact]
    public void The_colour_of_a_picture_is_the_commonest_and_not_the_mean_of_all()
    {
        using var green = Plain(600, 400, 20, 120, 40);
        using var red = Plain(600, 200, 220, 10, 10);
        using var both = green.Join(red, Enums.Direction.Vertical);
        var encoded = Assert.IsType<PictureOutcome.Encoded>(PictureEncoder.Encode(both.PngsaveBuffer()));

        var (r, g, b) = (Convert.ToByte(encoded.Colour[..2], 16), Convert.ToByte(encoded.Colour[2..4], 16), Convert.ToByte(encoded.Colour[4..], 16));
        Assert.True(r < 40 && g is > 100 and < 140 && b < 60, encoded.Colour);

        using var grey = Image.Black(300, 300) + 128;
        Assert.Matches("^8[0-9a-f]8[0-9a-f]8[0-9a-f]$", Assert.IsType<PictureOutcome.Encoded>(PictureEncoder.Encode(grey.Cast(Enums.BandFormat.Uchar).PngsaveBuffer())).Colour);
    }

    [Fact]
    public async Task A_picture_from_before_there_were_these_sizes_is_shown_in_all_of_them()
    {
        var campaign = await world.CampaignAsync();
        var picture = await HangAsync(campaign, "1200.jpg");
        var page = await world.Visitor().GetAsync(world.AddressOf(campaign));

        var sources = page.Html.QuerySelectorAll(".figure picture > source").Select(s => (s.GetAttribute("type"), s.GetAttribute("srcset")!.Split(", ").Length)).ToList();
        Assert.Equal([("image/avif", 4), ("image/webp", 4)], sources);
        var image = page.Html.QuerySelector(".figure img")!;
        Assert.Equal(("high", null, "1200", "800"), (image.GetAttribute("fetchpriority"), image.GetAttribute("loading"), image.GetAttribute("width"), image.GetAttribute("height")));
        Assert.Null(page.Html.QuerySelector(".figure .shot > svg"));
        Assert.Empty(page.Html.QuerySelectorAll("[style]"));

        using var answer = await world.Visitor().RawAsync($"/pictures/{picture.Id:N}/320.avif");
        Assert.Equal((HttpStatusCode.OK, "image/avif"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        using var small = Image.NewFromBuffer(await answer.Content.ReadAsByteArrayAsync(Ct));
        Assert.Equal((320, 213), (small.Width, small.Height));
    }

    [Fact]
    public async Task A_crowd_that_wants_a_size_gets_the_same_one_and_it_is_kept()
    {
        var campaign = await world.CampaignAsync();
        var picture = await HangAsync(campaign, PictureFile.Source);
        var files = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => world.Visitor().Http.GetByteArrayAsync(new Uri($"/pictures/{picture.Id:N}/640.webp", UriKind.Relative), Ct)));

        Assert.All(files, file => Assert.Equal(files[0], file));
        await using var kept = await world.Services.GetRequiredService<IBlobStore>().OpenAsync(PictureFile.BlobOf(picture.Id, "640.webp"), Ct);
        Assert.Equal(files[0].Length, kept!.Length);
    }

    [Fact]
    public async Task In_lists_a_picture_waits_until_it_is_scrolled_to_and_leaves_its_words_to_the_title()
    {
        var campaign = await world.CampaignAsync();
        var picture = await HangAsync(campaign, PictureFile.Source, colour: "a1b2c3");
        await world.ChangeAsync(campaign, c => c.FocusOn(new FocalPoint(12, 88)));

        var card = (await world.Visitor().GetAsync($"/{world.Organisation.Slug}")).Html.QuerySelectorAll(".petition .shot").Single(s => s.OuterHtml.Contains(picture.Id.ToString("N"), StringComparison.Ordinal));
        var image = card.QuerySelector("img")!;
        Assert.Equal(("lazy", null, "", "fx-1 fy-9"), (image.GetAttribute("loading"), image.GetAttribute("fetchpriority"), image.GetAttribute("alt"), image.ClassName));
        Assert.Equal("#a1b2c3", card.QuerySelector("svg path")!.GetAttribute("fill"));
    }

    private async Task<Picture> HangAsync(Campaign campaign, string file, string? colour = null)
    {
        using var plain = Plain(1200, 800, 180, 90, 40);
        var picture = new Picture { Width = 1200, Height = 800, Colour = colour, UploadedBy = world.Author.Id };
        await world.Services.GetRequiredService<IBlobStore>().WriteAsync(PictureFile.BlobOf(picture.Id, file), plain.JpegsaveBuffer(), Ct);
        await world.InDbAsync(world.Organisation.Id, async db => db.Add(picture) is not null && await db.SaveChangesAsync() > 0);
        await world.ChangeAsync(campaign, c => c.Show(picture.Id, "Kavoos at his easel"));
        return picture;
    }

    private static Image Plain(int width, int height, params double[] colour)
    {
        using var black = Image.Black(width, height);
        using var filled = black.NewFromImage(colour);
        return filled.Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb);
    }
}
