using Platform.Petitions.Tests.Moderation;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Platform.Testing.Time;
using Xunit;

namespace Platform.Petitions.Tests.Site;

public sealed class SwitchNodesTests(StaffWorld world) : IClassFixture<StaffWorld>
{
    [Fact]
    public async Task Every_node_follows_within_ten_seconds()
    {
        var stage = await Stage.SetAsync(world);
        await using var other = new SecondNode(world);
        await other.InitializeAsync();
        var reader = other.Visitor();
        Assert.NotNull((await reader.GetAsync(stage.Path)).Html.QuerySelector("#sign"));

        await world.SwitchAsync("SigningPaused");
        await Until.SeenAsync(() => reader.GetAsync(stage.Path), page => page.Html.QuerySelector("#sign") is null, "the other node shows no form", page => page.Text, TimeSpan.FromSeconds(10));
    }
}
