using Platform.Petitions.Tests.CampaignPage;
using Platform.Testing.Data;
using Xunit;

namespace Platform.Petitions.Tests.Privacy;

public sealed class IndexingTests(PublicWorld world) : IClassFixture<PublicWorld>
{
    [Fact]
    public async Task Only_what_readers_should_find_may_be_indexed()
    {
        var campaign = await world.CampaignAsync();
        var address = world.AddressOf(campaign);
        foreach (var open in new[] { "/", "/search", address, "/" + world.Organisation.Slug, "/about/how-it-works" })
        {
            Assert.Null((await world.Visitor().GetAsync(open)).Html.QuerySelector("meta[name=robots]"));
        }

        foreach (var kept in new[] { address + "/sign", address + "/report", "/search?q=home", "/account/sign-in", "/account/register", "/nothing/here" })
        {
            Assert.True((await world.Visitor().GetAsync(kept)).Html.QuerySelector("meta[name=robots][content=noindex]") is not null, kept);
        }
    }

    [Fact]
    public async Task The_pages_of_a_signers_own_way_are_never_indexed()
    {
        var stage = await Stage.SetAsync(world);
        var visitor = world.Visitor();
        var check = await stage.SignAsync(visitor, "Maxine Kowalski", "maxine@index.example");
        Assert.NotNull(check.Html.QuerySelector("meta[name=robots][content=noindex]"));
        var mail = await world.Mail.WaitAsync("maxine@index.example", "Confirm your signature");
        var confirm = await visitor.GetAsync(mail.Links.First(l => l.AbsolutePath.Contains("/confirm/", StringComparison.Ordinal)).PathAndQuery);
        Assert.NotNull(confirm.Html.QuerySelector("meta[name=robots][content=noindex]"));
        Assert.NotNull((await visitor.SubmitAsync(confirm, "form")).Html.QuerySelector("meta[name=robots][content=noindex]"));
    }
}
