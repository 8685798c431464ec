using NetVips;
using Platform.Core.Access;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Pictures;
using Platform.Petitions.Sharing;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.Pictures;

public sealed class FocalPointTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task The_point_that_matters_is_kept_with_the_draft_and_goes_with_its_picture()
    {
        var stage = await Stage.SetAsync(host, CampaignStatus.Draft);
        var (editor, _) = await host.MemberAsync(stage.Organisation, MemberRole.Editor);
        var step = $"/{stage.Organisation.Slug}/desk/campaigns/{stage.Campaign.Id}/edit/picture";
        Assert.Null((await editor.GetAsync(step)).Html.QuerySelector("#FocusX"));

        await UploadAsync(editor, step, ("Alt", "A house"));
        var page = await editor.SubmitAsync(await editor.GetAsync(step), "#step", ("FocusX", "20"), ("FocusY", "۷۵"), ("go", "stay"));
        Assert.Equal(("20", "75"), (page.Html.QuerySelector("#FocusX")!.GetAttribute("value"), page.Html.QuerySelector("#FocusY")!.GetAttribute("value")));
        Assert.Equal("20%", page.Html.QuerySelector(".focus__mark circle")!.GetAttribute("cx"));
        Assert.All(page.Html.QuerySelectorAll(".shot--cut img"), crop => Assert.Equal("fx-2 fy-8", crop.ClassName));

        foreach (var wrong in new[] { "101", "-1", "left" })
        {
            page = await editor.SubmitAsync(await editor.GetAsync(step), "#step", ("FocusX", wrong), ("go", "next"));
            Assert.Contains("a number from 0 to 100", page.One("#FocusX-error"), StringComparison.Ordinal);
        }

        await UploadAsync(editor, step, ("FocusX", "90"));
        Assert.Equal("", (await editor.GetAsync(step)).Html.QuerySelector("#FocusX")!.GetAttribute("value"));
    }

    [Fact]
    public async Task One_number_alone_leaves_the_other_in_the_middle_and_none_chooses_nothing()
    {
        var stage = await Stage.SetAsync(host, CampaignStatus.Draft);
        var (editor, _) = await host.MemberAsync(stage.Organisation, MemberRole.Editor);
        var step = $"/{stage.Organisation.Slug}/desk/campaigns/{stage.Campaign.Id}/edit/picture";
        await UploadAsync(editor, step, ("Alt", "A house"));
        Assert.Null(await FocusAsync());

        await editor.SubmitAsync(await editor.GetAsync(step), "#step", ("FocusY", "0"), ("go", "next"));
        Assert.Equal(new FocalPoint(50, 0), await FocusAsync());
        await editor.SubmitAsync(await editor.GetAsync(step), "#step", ("FocusX", ""), ("FocusY", " "), ("go", "next"));
        Assert.Null(await FocusAsync());

        Task<FocalPoint?> FocusAsync() => host.InDbAsync(stage.Organisation.Id, db => Task.FromResult(db.Campaigns.Single(c => c.Id == stage.Campaign.Id).PictureFocus));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(100, 0)]
    public void A_share_card_keeps_the_point_that_matters(int x, int lost)
    {
        // Red stands at the left and blue at the right; the cut is too narrow for both.
        using var red = Block(220, 10, 10);
        using var blue = Block(10, 10, 220);
        using var both = red.Join(blue, Enums.Direction.Horizontal);
        var bytes = CardPainter.Paint(new ShareCard("Bring Kavoos home", "Friends", "7 people have signed", 7, "Undersigned", RightToLeft: false, Guid.Empty, new FocalPoint(x, 50)), CardShape.Wide, both.JpegsaveBuffer());
        using var card = Image.NewFromBuffer(bytes);
        using var cut = card.Crop(1200 * 3 / 5 + 10, 10, 1200 * 2 / 5 - 20, 610);

        Assert.True(cut[lost == 1 ? 2 : 0].Avg() < 60 && cut[lost == 1 ? 0 : 2].Avg() > 150, "The other half is on the card.");
    }

    [Fact]
    public void Another_point_is_another_card()
    {
        var card = new ShareCard("A", "B", "C", 1, "D", RightToLeft: false, Guid.Empty);
        Assert.NotEqual(card.Version, new ShareCard("A", "B", "C", 1, "D", RightToLeft: false, Guid.Empty, new FocalPoint(1, 2)).Version);
    }

    private static async Task UploadAsync(Visitor editor, string step, params (string, string?)[] values)
    {
        using var photo = Block(180, 90, 40);
        await editor.UploadAsync(await editor.GetAsync(step), "#step", ("Picture", "a.jpg", "image/jpeg", photo.JpegsaveBuffer()), [.. values, ("go", "next")]);
    }

    private static Image Block(params double[] colour)
    {
        using var black = Image.Black(800, 600);
        using var filled = black.NewFromImage(colour);
        return filled.Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb);
    }
}
