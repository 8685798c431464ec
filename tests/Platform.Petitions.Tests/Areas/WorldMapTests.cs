using System.Text.RegularExpressions;
using Platform.Core.Text;
using Platform.Petitions.Areas;
using Xunit;

namespace Platform.Petitions.Tests.Areas;

public sealed partial class WorldMapTests
{
    // A continent without inhabitants, as wide as all the others: it is in the list of countries and not on the map.
    private static readonly string[] NotDrawn = ["AQ"];

    [Fact]
    public void Every_country_a_signer_can_choose_is_on_the_map_once()
    {
        var drawn = WorldMap.Countries.Select(c => c.Code).ToList();
        Assert.Equal(Countries.In(Catalogue.Load().Default).Select(c => c.Code).Except(NotDrawn).Order(StringComparer.Ordinal), drawn.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Each_can_be_seen_and_lies_inside_the_drawing() => Assert.All(WorldMap.Countries, country =>
    {
        Assert.True(country.Outline.Length > 0 || country.Dot is not null, country.Code);
        if (country.Dot is var (x, y))
        {
            Assert.InRange(x, 0, WorldMap.Width);
            Assert.InRange(y, 0, WorldMap.Height);
        }

        Assert.Matches(Path(), country.Outline);
        foreach (var (cornerX, cornerY) in Corners(country.Outline))
        {
            Assert.InRange(cornerX, 0, WorldMap.Width);
            Assert.InRange(cornerY, 0, WorldMap.Height);
        }
    });

    [Theory]
    [InlineData("CA", "NG")]
    [InlineData("BR", "AU")]
    public void West_is_left_and_north_is_above(string northWest, string southEast)
    {
        var (first, second) = (Middle(northWest), Middle(southEast));
        Assert.True(first.X < second.X && first.Y < second.Y, $"{northWest} {first}, {southEast} {second}");
    }

    [Fact]
    public void No_border_runs_across_the_world_where_a_country_lies_on_both_edges_of_it() => Assert.All(WorldMap.Countries, country =>
        Assert.All(Ring().Matches(country.Outline), ring => Assert.All(Corners(ring.Value).Zip(Corners(ring.Value).Skip(1)), step => Assert.InRange(step.Second.X - step.First.X, -WorldMap.Width / 4, WorldMap.Width / 4))));

    [Fact]
    public void The_whole_of_it_is_small() => Assert.InRange(WorldMap.Countries.Sum(c => c.Outline.Length), 10_000, 30_000);

    private static (double X, double Y) Middle(string code)
    {
        var corners = Corners(WorldMap.Countries.Single(c => c.Code == code).Outline).ToList();
        return (corners.Average(c => c.X), corners.Average(c => c.Y));
    }

    private static IEnumerable<(int X, int Y)> Corners(string outline)
    {
        foreach (Match ring in Ring().Matches(outline))
        {
            var numbers = Number().Matches(ring.Value).Select(n => int.Parse(n.Value, System.Globalization.CultureInfo.InvariantCulture)).ToList();
            var (x, y) = (numbers[0], numbers[1]);
            yield return (x, y);
            for (var i = 2; i < numbers.Count; i += 2)
            {
                (x, y) = (x + numbers[i], y + numbers[i + 1]);
                yield return (x, y);
            }
        }
    }

    [GeneratedRegex("^(M[0-9]+ [0-9]+l-?[0-9]+( ?-?[0-9]+)+z)*$")]
    private static partial Regex Path();

    [GeneratedRegex("M[^z]+z")]
    private static partial Regex Ring();

    [GeneratedRegex("-?[0-9]+")]
    private static partial Regex Number();
}
