using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Petitions.Signatures;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.Signatures;

public sealed class ExportTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task The_file_holds_every_confirmed_signature_harmless_for_a_spreadsheet_and_is_logged()
    {
        var stage = await Stage.SetAsync(host);
        await host.ConfirmedSignersAsync(stage.Campaign, 1, new SignerSpec { Name = "=HYPERLINK(\"http://evil.example\")", Reason = "He is,\n\"one\" of us" });
        await host.ConfirmedSignersAsync(stage.Campaign, 2, new SignerSpec { Name = "ماکسین کوالسکی" });
        await host.ConfirmedSignersAsync(stage.Campaign, 1, new SignerSpec { Name = "Not Confirmed", State = SignatureState.Pending });
        var (owner, user) = await host.MemberAsync(stage.Organisation, MemberRole.Owner);

        var file = await owner.SubmitAsync(await owner.GetAsync(List(stage)), "#export");

        Assert.Equal(HttpStatusCode.OK, file.Status);
        Assert.Equal("text/csv", file.Response.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith(stage.Campaign.Slug + "-", file.Response.Content.Headers.ContentDisposition!.FileName!.Trim('"'), StringComparison.Ordinal);
        Assert.True(file.Response.Headers.CacheControl!.NoStore);
        var lines = file.Source.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(4, lines.Length);
        Assert.StartsWith("1,\"'=HYPERLINK(\"\"http://evil.example\"\")\",CA,", lines[1], StringComparison.Ordinal);
        Assert.Contains("\"He is,\n\"\"one\"\" of us\"", lines[1], StringComparison.Ordinal);
        Assert.Contains("ماکسین کوالسکی", lines[2], StringComparison.Ordinal);
        Assert.DoesNotContain("Not Confirmed", file.Source, StringComparison.Ordinal);
        var log = await host.InDbAsync(stage.Organisation.Id, db => db.Audit.SingleAsync(a => a.CampaignId == stage.Campaign.Id && a.Action == "signatures.export"));
        Assert.Equal((user.Id, "3 signatures"), (log.Actor!.Value, log.Detail));
    }

    [Fact]
    public async Task An_address_is_in_it_only_where_somebody_asked_for_updates_and_has_not_stopped_them()
    {
        var stage = await Stage.SetAsync(host);
        var visitor = host.Visitor();
        await stage.SignAsync(visitor, "Asked Once", "asked@export.example", ("WantsUpdates", "true"));
        await stage.ConfirmAsync(visitor, "asked@export.example");
        await stage.SignAsync(host.Visitor(), "Never Asked", "silent@export.example");
        await stage.ConfirmAsync(host.Visitor(), "silent@export.example");
        var (owner, _) = await host.MemberAsync(stage.Organisation, MemberRole.Owner);

        var file = await owner.SubmitAsync(await owner.GetAsync(List(stage)), "#export");
        Assert.Contains("asked@export.example", file.Source, StringComparison.Ordinal);
        Assert.DoesNotContain("silent@export.example", file.Source, StringComparison.Ordinal);

        var mine = (await host.Mail.WaitAsync("asked@export.example", "you are number")).Links.First(l => l.AbsolutePath.Contains("/mine/", StringComparison.Ordinal));
        await visitor.SubmitAsync(await visitor.GetAsync(mine.PathAndQuery), "form[action$='/stopped']");
        file = await owner.SubmitAsync(await owner.GetAsync(List(stage)), "#export");
        Assert.DoesNotContain("asked@export.example", file.Source, StringComparison.Ordinal);
        Assert.Contains("Asked Once", file.Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_is_searched_by_name_and_state_and_shows_no_address()
    {
        var stage = await Stage.SetAsync(host);
        await host.ConfirmedSignersAsync(stage.Campaign, 60, new SignerSpec { Name = "Maxine Kowalski" });
        await host.ConfirmedSignersAsync(stage.Campaign, 1, new SignerSpec { Name = "Ada 100% Byron" });
        await host.ConfirmedSignersAsync(stage.Campaign, 1, new SignerSpec { Name = "Grace Hopper", State = SignatureState.Pending });
        var (viewer, _) = await host.MemberAsync(stage.Organisation, MemberRole.Viewer);

        var list = await viewer.GetAsync(List(stage));
        Assert.Equal(50, list.Html.QuerySelectorAll("tbody tr").Length);
        Assert.DoesNotContain("@example.org", list.Source, StringComparison.Ordinal);
        Assert.Null(list.Html.QuerySelector("#export"));
        var next = await viewer.GetAsync(List(stage) + list.Html.QuerySelector("a[rel=next]")!.GetAttribute("href"));
        Assert.Equal(12, next.Html.QuerySelectorAll("tbody tr").Length);
        Assert.Equal(1, (await viewer.GetAsync(List(stage) + "?q=byron%20100%25")).Html.QuerySelectorAll("tbody tr").Length);
        Assert.Equal(0, (await viewer.GetAsync(List(stage) + "?q=%25%25%25")).Html.QuerySelectorAll("tbody tr").Length);
        Assert.Equal("Grace Hopper", (await viewer.GetAsync(List(stage) + "?state=Pending")).One("tbody bdi"));
    }

    private static string List(Stage stage) => $"/{stage.Organisation.Slug}/desk/campaigns/{stage.Campaign.Id}/signatures";
}
