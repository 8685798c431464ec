using CsCheck;
using Platform.Petitions.CampaignPage;
using Xunit;

namespace Platform.Petitions.Tests.CampaignPage;

public sealed class AreaShareTests
{
    [Fact]
    public void No_cell_is_smaller_than_ten_and_the_parts_add_up() =>
        Gen.Int[0, 40].Array[0, 20].Sample(counts =>
        {
            var folded = AreaShare.Fold(counts.Select((count, i) => new AreaShare($"{(char)('A' + i)}A", count)));
            return folded.All(a => a.Count >= AreaShare.Smallest) && (folded.Count == 0 || folded.Sum(a => a.Count) == counts.Sum());
        });

    [Fact]
    public void Signers_who_gave_no_country_are_elsewhere() =>
        Assert.Equal([new AreaShare("CA", 20), new AreaShare(null, 30)], AreaShare.Fold([new AreaShare("", 30), new AreaShare("CA", 20)]));
}
