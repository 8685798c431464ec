using Platform.Petitions.Abuse;
using Xunit;

namespace Platform.Petitions.Tests.Abuse;

public sealed class RateWindowTests
{
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(10);
    private static readonly DateTimeOffset Start = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Hits_add_up_and_leave_the_window_little_by_little()
    {
        var window = new RateWindow();
        for (var i = 1; i <= 8; i++)
        {
            Assert.Equal(i, window.Hit(Start, Length));
        }

        Assert.Equal(8 + 1, window.Hit(Start + Length, Length));
        Assert.Equal(4 + 2, window.Hit(Start + (Length * 1.5), Length));
        Assert.Equal(1, window.Hit(Start + (Length * 5), Length));
        Assert.True(window.IsOver(Start + (Length * 7), Length, TimeSpan.FromDays(1), fewest: 0));
    }

    [Fact]
    public void Who_signed_once_is_soon_forgotten_and_who_signed_often_is_not()
    {
        var (once, often, day) = (new RateWindow(), new RateWindow(), TimeSpan.FromHours(24));
        once.Hit(Start, day);
        for (var i = 0; i < 3; i++)
        {
            often.Hit(Start, day);
        }

        Assert.False(once.IsOver(Start + TimeSpan.FromMinutes(5), day, Length, fewest: 3));
        Assert.True(once.IsOver(Start + TimeSpan.FromMinutes(11), day, Length, fewest: 3));
        Assert.False(often.IsOver(Start + TimeSpan.FromMinutes(11), day, Length, fewest: 3));
    }

    [Fact]
    public void What_the_nodes_tell_each_other_is_counted_once()
    {
        var window = new RateWindow();
        window.Hit(Start, Length);
        window.Hit(Start, Length);
        Assert.False(window.TryTake(3, out _, out _));
        window.Hit(Start, Length);
        Assert.True(window.TryTake(3, out var stretch, out var hits));
        Assert.Equal(3, hits);

        // One more came while the three were told; all nodes together had ten.
        window.Hit(Start, Length);
        window.Hear(stretch, total: 10, mine: hits);
        Assert.Equal(12, window.Hit(Start, Length));

        // What was told about a stretch that is over changes nothing.
        window.Hit(Start + Length, Length);
        window.Hear(stretch, total: 90, mine: 1);
        Assert.Equal(12 + 2, window.Hit(Start + Length, Length));
    }
}
