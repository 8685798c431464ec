using Platform.Petitions.CampaignPage;
using Xunit;

namespace Platform.Petitions.Tests.CampaignPage;

public sealed class RegionTests
{
    [Fact]
    public void Regions_add_up_to_their_country_and_none_is_small() => Assert.Equal(
        [new AreaShare("M", 40), new AreaShare(null, 25)],
        AreaShare.Fold([new AreaShare("M", 40), new AreaShare("K", 9), new AreaShare("", 3)], whole: 65));

    [Fact]
    public void A_country_of_one_region_needs_no_table() =>
        Assert.Empty(AreaShare.Fold([new AreaShare("M", 40)], whole: 40));

    [Fact]
    public void The_largest_bar_fills_the_drawing_and_the_smallest_can_be_seen()
    {
        var table = new AreaTable("Country", [new AreaShare("CA", 5_000), new AreaShare("FR", 10)], code => code);
        Assert.Equal([100, 1], table.Areas.Select(table.Width));
    }
}
