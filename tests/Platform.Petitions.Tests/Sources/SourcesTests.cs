using Platform.Core.Access;
using Platform.Petitions.Sharing;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.Sources;

public sealed class SourcesTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task An_organiser_makes_a_link_for_each_place_and_its_code()
    {
        var stage = await Stage.SetAsync(host);
        var (viewer, _) = await host.MemberAsync(stage.Organisation, MemberRole.Viewer);
        var page = await viewer.GetAsync($"/{stage.Organisation.Slug}/desk/campaigns/{stage.Campaign.Id}/sharing?code=flyer-may");
        var link = $"http://localhost{stage.Path}?from=flyer-may";
        Assert.Equal(link, page.Html.QuerySelector("#address")!.GetAttribute("value"));
        Assert.Equal(QrCode.Of(link).Path, page.Html.QuerySelector("svg.qr path")!.GetAttribute("d"));
        Assert.Equal($"{stage.Path}/qr.svg?from=flyer-may", page.Html.QuerySelector("a[download]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_code_that_no_link_can_carry_is_refused_and_shown_as_typed()
    {
        var stage = await Stage.SetAsync(host);
        var (viewer, _) = await host.MemberAsync(stage.Organisation, MemberRole.Viewer);
        var page = await viewer.GetAsync($"/{stage.Organisation.Slug}/desk/campaigns/{stage.Campaign.Id}/sharing?code=%C3%A9t%C3%A9+2026");
        Assert.NotNull(page.Html.QuerySelector("#code-error"));
        Assert.Equal("été 2026", page.Html.QuerySelector("#code")!.GetAttribute("value"));
        Assert.Equal($"http://localhost{stage.Path}", page.Html.QuerySelector("#address")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_desk_says_what_each_link_brought()
    {
        var stage = await Stage.SetAsync(host);
        await stage.SignAsync(host.Visitor(), "Maxine Kowalski", "poster@mail.example", ("From", "poster"));
        await stage.ConfirmAsync(host.Visitor(), "poster@mail.example");
        await host.ConfirmedSignersAsync(stage.Campaign, 3);
        var (viewer, _) = await host.MemberAsync(stage.Organisation, MemberRole.Viewer);
        var page = await viewer.GetAsync($"/{stage.Organisation.Slug}/desk/campaigns/{stage.Campaign.Id}/sharing");
        Assert.Equal(["poster 1 25%", "Without a code 3 75%"], page.Html.QuerySelectorAll("#sources tbody tr").Select(row => string.Join(' ', row.Children.Select(cell => cell.TextContent.Trim()))));
    }
}
