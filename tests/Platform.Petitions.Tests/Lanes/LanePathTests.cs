using Platform.Petitions.Lanes;
using Xunit;

namespace Platform.Petitions.Tests.Lanes;

public sealed class LanePathTests
{
    [Theory]
    [InlineData("/friends/kavoos", "kavoos", "")]
    [InlineData("/friends/kavoos/sign", "kavoos", "sign")]
    [InlineData("/friends/kavoos/confirm/abc", "kavoos", "confirm/abc")]
    public void A_campaigns_path_is_cut(string path, string slug, string below) => Assert.Equal(new LanePath(slug, below), LanePath.Of(path, "friends"));

    [Theory]
    [InlineData("/friends")]
    [InlineData("/friends/")]
    [InlineData("/friends//sign")]
    [InlineData("/friendship/kavoos")]
    [InlineData("/Friends/kavoos")]
    [InlineData("/friends/Kavoos")]
    [InlineData("/friends/kav.oos")]
    [InlineData("/other/kavoos")]
    [InlineData("")]
    public void Anything_else_is_left_to_the_routes(string path) => Assert.Null(LanePath.Of(path, "friends"));
}
