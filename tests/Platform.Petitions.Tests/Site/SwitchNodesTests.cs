using System.Diagnostics;
using Platform.Petitions.Tests.Moderation;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
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

        var watch = Stopwatch.StartNew();
        await world.SwitchAsync("SigningPaused");
        while ((await reader.GetAsync(stage.Path)).Html.QuerySelector("#sign") is not null)
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), "The other node still shows the form.");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }
}
