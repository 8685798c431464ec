using System.Net;
using System.Text;
using NetVips;
using Platform.Core.Access;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Pictures;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.Pictures;

public sealed class PictureTests(TestHost host) : IClassFixture<TestHost>
{
    private const string Secret = "taken at 43.6532 N by Robin";

    [Fact]
    public async Task A_picture_is_encoded_anew_without_what_the_camera_wrote_into_it()
    {
        var stage = await Stage.SetAsync(host, CampaignStatus.Draft);
        var (editor, _) = await host.MemberAsync(stage.Organisation, MemberRole.Editor);
        var upload = Photo(800, 600, image => image.JpegsaveBuffer());
        Assert.Contains(Secret, Encoding.Latin1.GetString(upload), StringComparison.Ordinal);

        // The name and the type that the sender gives say nothing.
        var page = await UploadAsync(editor, stage, upload, "notes.txt", "text/plain", ("Alt", "Kavoos in front of his house"));

        Assert.EndsWith("/edit/details", page.Address.AbsolutePath, StringComparison.Ordinal);
        var preview = await editor.GetAsync(Edit(stage, "preview"));
        var shown = preview.Html.QuerySelector(".figure img")!;
        Assert.Equal("Kavoos in front of his house", shown.GetAttribute("alt"));
        var folder = shown.GetAttribute("src")![..^"/1200.jpg".Length];
        foreach (var file in from format in PictureFormat.All from width in PictureFile.Widths select new PictureFile(width, format))
        {
            using var answer = await editor.RawAsync($"{folder}/{file.Name}");
            var bytes = await answer.Content.ReadAsByteArrayAsync();
            Assert.Equal((HttpStatusCode.OK, file.Format.Type, "nosniff"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType, answer.Headers.GetValues("X-Content-Type-Options").Single()));
            Assert.DoesNotContain(Secret, Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
            Assert.DoesNotContain("Exif", Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
            using var image = Image.NewFromBuffer(bytes);
            Assert.Equal(Math.Min(file.Width, 800), image.Width);
            Assert.Equal(file.Format == PictureFormat.Avif, Encoding.Latin1.GetString(bytes, 4, 8) is "ftypavif");
        }

        foreach (var name in new[] { PictureFile.Source, "1200.png", "1201.jpg", "+320.jpg", "320.jpg.webp", "" })
        {
            using var answer = await editor.RawAsync($"{folder}/{name}");
            Assert.Equal(name.Length == 0 ? HttpStatusCode.OK : HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_picture_is_seen_by_whom_its_campaign_is_seen_and_kept_for_ever_once_it_is_public()
    {
        var stage = await Stage.SetAsync(host, CampaignStatus.Draft);
        var (editor, _) = await host.MemberAsync(stage.Organisation, MemberRole.Editor);
        await UploadAsync(editor, stage, Photo(400, 300, image => image.PngsaveBuffer()), "a.png", "image/png", ("Alt", "A house"));
        var address = (await editor.GetAsync(Edit(stage, "preview"))).Html.QuerySelector(".figure img")!.GetAttribute("src")!;

        using var hidden = await host.Visitor().RawAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        using var own = await editor.RawAsync(address);
        Assert.True(own.Headers.CacheControl!.Private);

        var now = TimeProvider.System.GetUtcNow();
        await host.InDbAsync(stage.Organisation.Id, async db =>
        {
            var campaign = db.Campaigns.Single(c => c.Id == stage.Campaign.Id);
            db.Entry(campaign).Collection(c => c.Texts).Load();
            Assert.Equal(MoveRefusal.None, campaign.Submit(MoveActor.Organiser, now));
            Assert.Equal(MoveRefusal.None, campaign.Publish(MoveActor.Moderator, null, true, true, now));
            return await db.SaveChangesAsync();
        });
        using var open = await host.Visitor().RawAsync(address);
        Assert.Equal("public, max-age=31536000, immutable", string.Join(", ", open.Headers.GetValues("Cache-Control")));
        Assert.Contains(address[..^"/1200.jpg".Length], (await host.Visitor().GetAsync(stage.Path)).Html.QuerySelector("script[type='application/ld+json']")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_needs_words_for_those_who_cannot_see_it()
    {
        var stage = await Stage.SetAsync(host, CampaignStatus.Draft);
        var (editor, _) = await host.MemberAsync(stage.Organisation, MemberRole.Editor);

        var page = await UploadAsync(editor, stage, Photo(400, 300, image => image.WebpsaveBuffer()), "a.webp", "image/webp", ("Alt", " "));

        Assert.Contains("Say what the picture shows", page.One("#Alt-error"), StringComparison.Ordinal);
        Assert.NotNull(page.Html.QuerySelector(".figure img"));
        Assert.Contains("Say what the picture shows", (await editor.GetAsync(Edit(stage, "preview"))).Text, StringComparison.Ordinal);
        page = await editor.SubmitAsync(page, "#step", ("Alt", "=cmd"), ("go", "next"));
        Assert.Contains("not with =", page.One("#Alt-error"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_picture_or_too_much_of_one_is_refused_with_words()
    {
        var stage = await Stage.SetAsync(host, CampaignStatus.Draft);
        var (editor, _) = await host.MemberAsync(stage.Organisation, MemberRole.Editor);
        var jpeg = Photo(400, 300, image => image.JpegsaveBuffer());
        foreach (var (bytes, words) in new (byte[], string)[]
        {
            (Encoding.UTF8.GetBytes("<html><script>alert(1)</script></html>"), "no picture we can use"),
            (Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"), "no picture we can use"),
            (Photo(8000, 6000, image => image.PngsaveBuffer(compression: 9)), "more than 40 megapixels"),
            (Photo(150, 400, image => image.JpegsaveBuffer()), "at least 200 pixels"),
            ([.. jpeg[..4], .. Encoding.UTF8.GetBytes("and then nothing that is a picture")], "cannot read this picture"),
        })
        {
            var page = await UploadAsync(editor, stage, bytes, "photo.jpg", "image/jpeg", ("Alt", "A house"));
            Assert.Contains(words, page.One("#Picture-error"), StringComparison.Ordinal);
            Assert.Null(page.Html.QuerySelector(".figure"));
            Assert.Equal("A house", page.Html.QuerySelector("#Alt")!.GetAttribute("value"));
        }
    }

    [Fact]
    public async Task A_picture_is_taken_away_again()
    {
        var stage = await Stage.SetAsync(host, CampaignStatus.Draft);
        var (editor, _) = await host.MemberAsync(stage.Organisation, MemberRole.Editor);
        await UploadAsync(editor, stage, Photo(400, 300, image => image.JpegsaveBuffer()), "a.jpg", "image/jpeg", ("Alt", "A house"));

        await editor.SubmitAsync(await editor.GetAsync(Edit(stage, "picture")), "#step", ("Remove", "true"), ("Alt", ""), ("go", "next"));

        Assert.Null((await editor.GetAsync(Edit(stage, "preview"))).Html.QuerySelector(".figure"));
    }

    private static string Edit(Stage stage, string step) => $"/{stage.Organisation.Slug}/desk/campaigns/{stage.Campaign.Id}/edit/{step}";

    private static async Task<Page> UploadAsync(Visitor visitor, Stage stage, byte[] file, string name, string type, params (string Name, string? Value)[] values) =>
        await visitor.UploadAsync(await visitor.GetAsync(Edit(stage, "picture")), "#step", ("Picture", name, type, file), [.. values, ("go", "next")]);

    private static byte[] Photo(int width, int height, Func<Image, byte[]> save)
    {
        using var plain = Image.Black(width, height, bands: 3);
        using var coloured = plain.Linear([1, 1, 1], [180, 90, 40]).Cast(Enums.BandFormat.Uchar);
        using var tagged = coloured.Mutate(image => image.Set(GValue.GStrType, "exif-ifd0-ImageDescription", Secret + " (" + Secret + ", ASCII, 28 components, 28 bytes)"));
        return save(tagged);
    }
}
