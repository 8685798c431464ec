using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.Updates;

/// <summary>Pages are kept as bytes for as long as nothing happens; here for so long that nothing else could make them new.</summary>
public sealed class KeptPageTests(KeptPageTests.KeepingHost host) : IClassFixture<KeptPageTests.KeepingHost>
{
    [Fact]
    public async Task What_is_published_is_on_kept_pages_at_once()
    {
        var stage = await Stage.SetAsync(host);
        var (reader, addresses) = (host.Visitor(), new[] { stage.Path, stage.Path + "/updates" });
        foreach (var address in addresses)
        {
            await reader.GetAsync(address);
        }

        await host.UpdateAsync(stage.Campaign, "The court listens");
        foreach (var address in addresses)
        {
            await Stage.UntilAsync(reader, address, page => page.Text.Contains("The court listens", StringComparison.Ordinal));
        }
    }

    public sealed class KeepingHost : TestHost
    {
        protected override Dictionary<string, string?> Settings => new() { ["Pages:Freshness"] = "00:00:00", ["Pages:Longest"] = "01:00:00", ["Pages:Patience"] = "00:01:00" };
    }
}
