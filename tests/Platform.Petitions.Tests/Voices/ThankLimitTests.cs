using System.Globalization;
using Platform.Petitions.Tests.CampaignPage;
using Platform.Testing.Data;
using Xunit;

namespace Platform.Petitions.Tests.Voices;

/// <summary>Apart from the others, which sit behind the same address.</summary>
public sealed class ThankLimitTests(PublicWorld world) : IClassFixture<PublicWorld>
{
    [Fact]
    public async Task A_network_that_pretends_to_be_many_browsers_comes_to_a_limit()
    {
        var campaign = await world.CampaignAsync();
        await world.ConfirmedSignersAsync(campaign, 1, new SignerSpec { Reason = "Said." });
        var page = await world.Visitor().GetAsync(world.AddressOf(campaign));
        for (var i = 0; i < 60; i++)
        {
            var visitor = world.Visitor();
            visitor.Http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", $"Pretended-{i}");
            await visitor.SubmitAsync(page, "#reason-1 form");
        }

        var words = (await world.Visitor().GetAsync(world.AddressOf(campaign))).One("#reason-1 [role=status]")!;
        Assert.InRange(int.Parse(words.Split(' ')[0], CultureInfo.InvariantCulture), 1, 59);
    }
}
