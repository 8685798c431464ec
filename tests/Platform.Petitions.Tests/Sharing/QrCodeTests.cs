using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using NetVips;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Sharing;
using Platform.Petitions.Tests.CampaignPage;
using Xunit;

namespace Platform.Petitions.Tests.Sharing;

public sealed partial class QrCodeTests(PublicWorld world) : IClassFixture<PublicWorld>
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
        Assert.Contains(QrCode.Of($"http://localhost{world.AddressOf(campaign)}{expected}").Path, drawing.Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_picture_has_the_same_squares_as_the_drawing()
    {
        var campaign = await world.CampaignAsync();
        var code = QrCode.Of($"http://localhost{world.AddressOf(campaign)}?from=qr");
        var answer = await world.Visitor().RawAsync($"{world.AddressOf(campaign)}/qr.png");
        using var picture = Image.NewFromBuffer(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        using var grey = picture.Colourspace(Enums.Interpretation.Bw);
        var drawn = Runs().Matches(code.Path).SelectMany(run => Enumerable.Range(Part(run, "x"), Part(run, "length")).Select(x => (x, Part(run, "y")))).ToHashSet();
        var square = grey.Width / code.Size;
        var seen = from x in Enumerable.Range(0, code.Size) from y in Enumerable.Range(0, code.Size) where grey[(x * square) + (square / 2), (y * square) + (square / 2)][0] < 128 select (x, y);
        Assert.Equal(drawn, seen.ToHashSet());
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

    private static int Part(Match run, string name) => int.Parse(run.Groups[name].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"M(?<x>\d+) (?<y>\d+)h(?<length>\d+)")]
    private static partial Regex Runs();
}
