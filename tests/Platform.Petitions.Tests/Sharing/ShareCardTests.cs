using System.Net;
using NetVips;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Sharing;
using Platform.Petitions.Tests.CampaignPage;
using Xunit;

namespace Platform.Petitions.Tests.Sharing;

public sealed class ShareCardTests(PublicWorld world) : IClassFixture<PublicWorld>
{
    private const int Dark = 110;

    [Theory]
    [InlineData(0, 0)]
    [InlineData(99, 99)]
    [InlineData(101, 100)]
    [InlineData(2_271, 2_200)]
    [InlineData(4_999_999, 4_900_000)]
    public void A_card_says_less_rather_than_more_and_is_painted_again_when_two_digits_change(long count, long shown) =>
        Assert.Equal(shown, ShareCard.RoundDown(count));

    [Fact]
    public async Task A_link_to_a_petition_shows_a_card_with_its_words_where_the_language_begins()
    {
        var campaign = await world.CampaignAsync(with: c => c.Translations.Add(("fa", "کاووس را به خانه بازگردانید", "پرونده", "او")));
        using var latin = await PaintedAsync(campaign, "en");
        using var persian = await PaintedAsync(campaign, "fa");

        Assert.Equal((1200, 630), (latin.Width, latin.Height));
        Assert.True(Darkness(latin, left: true) > 2 * Darkness(latin, left: false), "Latin words do not begin on the left.");
        Assert.True(Darkness(persian, left: false) > 2 * Darkness(persian, left: true), "Persian words do not begin on the right.");
    }

    [Fact]
    public void Every_letter_of_both_scripts_is_drawn_and_joined()
    {
        // Unjoined letters are wider, and letters that no font has are boxes of one width.
        using var joined = PaintTitle("سلام");
        using var apart = PaintTitle("س\u200Cل\u200Cا\u200Cم");
        Assert.True(Ink(joined).Right < Ink(apart).Right, "Persian letters do not join.");
        using var narrow = PaintTitle("iiiiii");
        using var wide = PaintTitle("mmmmmm");
        Assert.True(Ink(narrow).Right - 64 < (Ink(wide).Right - 64) / 2, "Latin letters are boxes.");
    }

    [Fact]
    public void The_longest_title_stays_on_the_card()
    {
        var title = string.Join(' ', Enumerable.Repeat("Donaudampfschifffahrtsgesellschaft", 4));
        using var card = Paint(new ShareCard(title, "The Friends of Everything That Has a Very Long Name Indeed", "More than 2,200 people have signed", 45, "Undersigned", RightToLeft: false, Picture: null), CardShape.Wide);
        var (left, top, right, bottom) = Ink(card);
        Assert.True(left >= 60 && right <= 1140 && top >= 60 && bottom <= 580, $"Words end at {left}, {top}, {right}, {bottom}.");
    }

    [Fact]
    public void The_square_card_has_the_picture_above_the_words()
    {
        using var red = Image.Black(1200, 900).NewFromImage([200, 10, 10]).Copy(interpretation: Enums.Interpretation.Srgb);
        var bytes = CardPainter.Paint(new ShareCard("Bring Kavoos home", "Friends", "7 people have signed", 7, "Undersigned", RightToLeft: false, Picture: Guid.Empty), CardShape.Square, red.JpegsaveBuffer());
        using var card = Image.NewFromBuffer(bytes);
        Assert.Equal((1080, 1080), (card.Width, card.Height));
        Assert.True(card[540, 200][0] > 150 && card[540, 200][1] < 60, "The picture is not there.");
        Assert.True(card[10, 1000][2] > 200, "The paper is not there.");
    }

    [Fact]
    public async Task The_page_names_the_card_that_is_painted_now()
    {
        var campaign = await world.CampaignAsync();
        var page = await world.Visitor().GetAsync(world.AddressOf(campaign));
        var address = page.Html.QuerySelector("meta[property='og:image']")!.GetAttribute("content")!;
        Assert.StartsWith($"http://localhost{world.AddressOf(campaign)}/share.jpg?lang=en&v=", address, StringComparison.Ordinal);

        var first = await world.Visitor().RawAsync(address);
        Assert.Equal((HttpStatusCode.OK, "image/jpeg"), (first.StatusCode, first.Content.Headers.ContentType!.MediaType));
        Assert.Contains(address.Split("v=")[1], first.Headers.ETag!.Tag, StringComparison.Ordinal);
        using var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag);
        Assert.Equal(HttpStatusCode.NotModified, (await world.Visitor().Http.SendAsync(again, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory]
    [InlineData(CampaignStatus.Draft)]
    [InlineData(CampaignStatus.Submitted)]
    [InlineData(CampaignStatus.Rejected)]
    [InlineData(CampaignStatus.Removed)]
    public async Task What_strangers_may_not_read_has_no_card(CampaignStatus status)
    {
        var campaign = await world.CampaignAsync(status);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Visitor().RawAsync($"{world.AddressOf(campaign)}/share.jpg")).StatusCode);
    }

    private async Task<Image> PaintedAsync(Campaign campaign, string language)
    {
        var answer = await world.Visitor().RawAsync($"{world.AddressOf(campaign)}/share.jpg?lang={language}");
        return Image.NewFromBuffer(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    private static Image PaintTitle(string title) => Paint(new ShareCard(title, ".", ".", 0, ".", RightToLeft: false, Picture: null), CardShape.Wide);

    private static Image Paint(ShareCard card, CardShape shape) => Image.NewFromBuffer(CardPainter.Paint(card, shape, picture: null));

    /// <summary>Dark pixels in one half.</summary>
    private static double Darkness(Image card, bool left)
    {
        using var half = card.Crop(left ? 0 : card.Width / 2, 0, card.Width / 2, card.Height);
        using var grey = half.Colourspace(Enums.Interpretation.Bw);
        using var dark = grey < Dark;
        return dark.Avg();
    }

    /// <summary>The box around everything dark.</summary>
    private static (int Left, int Top, int Right, int Bottom) Ink(Image card)
    {
        using var grey = card.Colourspace(Enums.Interpretation.Bw);
        using var dark = grey < Dark;
        var box = dark.FindTrim(threshold: 10, background: [0]);
        return ((int)box[0], (int)box[1], (int)box[0] + (int)box[2], (int)box[1] + (int)box[3]);
    }
}
