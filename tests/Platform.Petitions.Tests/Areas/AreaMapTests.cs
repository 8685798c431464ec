using CsCheck;
using Platform.Petitions.Areas;
using Platform.Petitions.CampaignPage;
using Xunit;

namespace Platform.Petitions.Tests.Areas;

public sealed class AreaMapTests
{
    private static readonly string[] Codes = ["CA", "DE", "FR", "IR", "MT", "NG", "SG", "US"];

    [Fact]
    public void Classes_begin_at_round_numbers_and_the_highest_is_the_darkest()
    {
        var map = AreaMap.Of([new("US", 9_120), new("IR", 1_540), new("FR", 64), new("CA", 12), new(null, 40)])!;
        Assert.Equal([(1, 10, 49), (2, 50, 199), (3, 200, 999), (4, 1_000, 4_999), (5, 5_000, null)], map.Classes.Select(c => (c.Shade, c.From, c.To)));
        Assert.Equal(["CA", "FR", "", "IR", "US"], map.Classes.Select(c => string.Join(' ', c.Countries.Select(m => m.Shape.Code))));
    }

    [Fact]
    public void Where_all_are_alike_there_is_one_class() =>
        Assert.Equal([(5, 20L, null)], AreaMap.Of([new("FR", 30), new("CA", 21)])!.Classes.Select(c => (c.Shade, c.From, c.To)));

    [Fact]
    public void One_country_needs_no_map() => Assert.Null(AreaMap.Of([new("CA", 500), new(null, 30)]));

    [Fact]
    public void A_country_has_the_colour_of_its_count_or_none_because_it_was_folded_away() =>
        Gen.Long[0, 200_000].Select(n => n % 3 == 0 ? n % 25 : n).Array[Codes.Length].Sample(counts =>
        {
            var folded = AreaShare.Fold(counts.Select((count, i) => new AreaShare(Codes[i], count)));
            if (AreaMap.Of(folded) is not { } map)
            {
                return folded.Count(a => a.Country is not null) < 2;
            }

            var named = folded.Where(a => a.Country is not null).ToDictionary(a => a.Country!, a => a.Count);
            var coloured = map.Classes.SelectMany(c => c.Countries.Select(m => (m.Shape.Code, m.Count, Class: c))).ToList();
            return coloured.Select(m => m.Code).Order(StringComparer.Ordinal).SequenceEqual(named.Keys.Order(StringComparer.Ordinal))
                && coloured.All(m => m.Count == named[m.Code] && m.Count >= Math.Max(m.Class.From, AreaShare.Smallest) && m.Count <= (m.Class.To ?? long.MaxValue))
                && map.Classes.Count <= 5 && map.Classes[^1] is { Shade: 5, To: null }
                && WorldMap.Countries.All(c => named.ContainsKey(c.Code) || map.Blank.Contains(c.Outline, StringComparison.Ordinal));
        });
}
