using System.Net;
using NetVips;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Sharing;
using Platform.Petitions.Tests.CampaignPage;
using Xunit;

namespace Platform.Petitions.Tests.Sharing;

public sealed class QrCodeTests(PublicWorld world) : IClassFixture<PublicWorld>
{
    [Theory]
    [InlineData("", "?from=qr")]
    [InlineData("?from=flyer-may", "?from=flyer-may")]
    [InlineData("?from=%3Cscript%3E", "?from=qr")]
    [InlineData("?from=door&lang=fa", "?from=door&lang=fa")]
    public async Task A_code_leads_to_the_petition_and_says_where_it_was_found(string query, string expected)
    {
        var campaign = await world.CampaignAsync(with: c => c.Translations.Add(("fa", "کاووس را به خانه بازگردانید", "پرونده", "او")));
        var drawing = await world.Visitor().GetAsync($"{world.AddressOf(campaign)}/qr.svg{query}");
        Assert.Equal("image/svg+xml", drawing.Response.Content.Headers.ContentType!.MediaType);
        Assert.Contains(QrCode.Of($"http://localhost{world.AddressOf(campaign)}{expected}").Path, drawing.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_picture_has_the_same_squares_as_the_drawing()
    {
        var campaign = await world.CampaignAsync();
        var code = QrCode.Of($"http://localhost{world.AddressOf(campaign)}?from=qr");
        var answer = await world.Visitor().RawAsync($"{world.AddressOf(campaign)}/qr.png");
        using var picture = Image.NewFromBuffer(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        using var drawn = Image.NewFromBuffer(code.Svg());
        using var small = picture.Colourspace(Enums.Interpretation.Bw).Resize(1.0 * code.Size / picture.Width, kernel: Enums.Kernel.Nearest);
        using var drawnSmall = drawn.Flatten(background: [255]).Colourspace(Enums.Interpretation.Bw).Resize(1.0 * code.Size / drawn.Width, kernel: Enums.Kernel.Nearest);
        Assert.Equal((code.Size, code.Size), (small.Width, small.Height));
        Assert.Equal(drawnSmall.ExtractBand(0).WriteToMemory<byte>().Select(v => v > 127), small.ExtractBand(0).WriteToMemory<byte>().Select(v => v > 127));
    }

    [Theory]
    [InlineData(CampaignStatus.Draft)]
    [InlineData(CampaignStatus.Rejected)]
    [InlineData(CampaignStatus.Removed)]
    public async Task What_strangers_may_not_find_has_no_code(CampaignStatus status)
    {
        var campaign = await world.CampaignAsync(status);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Visitor().RawAsync($"{world.AddressOf(campaign)}/qr.svg")).StatusCode);
    }
}
