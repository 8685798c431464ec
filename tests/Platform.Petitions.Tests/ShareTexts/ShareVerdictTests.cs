using Platform.Petitions.ShareTexts;
using Xunit;

namespace Platform.Petitions.Tests.ShareTexts;

/// <summary>What is said about two texts, and what is not said.</summary>
public sealed class ShareVerdictTests
{
    [Theory]
    [InlineData(0, 0, VerdictKind.TooEarly)]
    [InlineData(49, 0, VerdictKind.TooEarly)]
    [InlineData(50, 0, VerdictKind.Leads)]
    [InlineData(30, 20, VerdictKind.Alike)]
    [InlineData(25, 25, VerdictKind.Alike)]
    [InlineData(34, 16, VerdictKind.Alike)]
    [InlineData(35, 15, VerdictKind.Leads)]
    [InlineData(530, 470, VerdictKind.Alike)]
    [InlineData(545, 455, VerdictKind.Leads)]
    public void A_difference_is_one_only_when_chance_would_hardly_make_it(long one, long other, VerdictKind kind)
    {
        Assert.Equal(kind, ShareVerdict.Of([(1, one), (2, other)]).Kind);
        Assert.Equal(kind, ShareVerdict.Of([(1, other), (2, one)]).Kind);
    }

    [Fact]
    public void Of_several_the_best_is_compared_with_the_next()
    {
        Assert.Equal((VerdictKind.Alike, 3), Told([(1, 0), (2, 90), (3, 100)]));
        Assert.Equal((VerdictKind.Leads, 3), Told([(1, 0), (2, 50), (3, 100)]));
        Assert.Equal((VerdictKind.TooEarly, 1), Told([(1, 20), (2, 10), (3, 10), (4, 10)]));
    }

    [Fact]
    public void One_alone_is_no_comparison() => Assert.Throws<ArgumentException>(() => ShareVerdict.Of([(1, 100)]));

    /// <summary>Figures by Wilson's formula, reckoned elsewhere.</summary>
    [Theory]
    [InlineData(0, 0, 0, 1)]
    [InlineData(0, 10, 0, 0.3988)]
    [InlineData(10, 10, 0.6012, 1)]
    [InlineData(50, 100, 0.3753, 0.6247)]
    [InlineData(1, 1000, 0.0001, 0.0085)]
    public void A_share_lies_where_Wilson_says(long hits, long of, double low, double high)
    {
        var found = Interval.Of(hits, of);
        Assert.Equal(low, found.Low, 0.0005);
        Assert.Equal(high, found.High, 0.0005);
    }

    private static (VerdictKind, int) Told(IReadOnlyList<(int, long)> brought) => ShareVerdict.Of(brought) is var verdict ? (verdict.Kind, verdict.Best) : default;
}
