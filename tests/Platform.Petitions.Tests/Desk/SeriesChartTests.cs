using System.Globalization;
using Platform.Petitions.Desk;
using Xunit;

namespace Platform.Petitions.Tests.Desk;

public sealed class SeriesChartTests
{
    private static readonly DateOnly First = new(2026, 11, 1);

    [Fact]
    public void The_highest_day_fills_the_drawing_and_a_single_signature_is_still_seen()
    {
        var bars = SeriesChart.Bars([Day(0, 1), Day(1, 0), Day(2, 10_000)]).ToList();

        Assert.Equal([2, 0, 118], bars.Select(b => Units(b.Height)));
        Assert.All(bars, b => Assert.Equal(140, Units(b.Y) + Units(b.Height)));
    }

    [Fact]
    public void Numbers_of_milestones_never_lie_on_each_other()
    {
        var days = Enumerable.Range(0, 30).Select(n => n switch { 10 => Day(n, 5, 100), 11 => Day(n, 5, 250), 14 => Day(n, 5, 500), _ => Day(n, 5) }).ToList();

        var numbered = SeriesChart.Bars(days).Where(b => b.Numbered).ToList();

        Assert.Equal([250L, 500L], numbered.Select(b => b.Day.Milestones[^1]));
        Assert.True(Units(numbered[1].Middle) - Units(numbered[0].Middle) >= 48);
    }

    private static DeskDay Day(int place, long confirmed, params long[] milestones) => new(First.AddDays(place), confirmed, milestones);

    private static double Units(string value) => double.Parse(value, CultureInfo.InvariantCulture);
}
