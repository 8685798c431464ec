using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging.Abstractions;
using Platform.Core.Access;
using Platform.Petitions.Paper;
using Platform.Petitions.Tests.Branding;
using Platform.Petitions.Tests.CampaignPage;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.Paper;

public sealed partial class PdfTests(PdfTests.WorldWithPress world) : IClassFixture<PdfTests.WorldWithPress>
{
    [Theory]
    [InlineData("poster.pdf", 595, 842)]
    [InlineData("poster.pdf?paper=a3", 842, 1191)]
    [InlineData("sheet.pdf", 595, 842)]
    [InlineData("sheet.pdf?lang=fa", 595, 842)]
    public async Task A_poster_and_a_sheet_are_one_page_of_their_paper(string file, int width, int height)
    {
        Assert.SkipUnless(new PaperOptions().Find() is not null, "This machine has no Chromium.");
        var campaign = await world.CampaignAsync(with: c =>
        {
            c.Title = "Let Kavoos stay in the country that has been his home for eleven years";
            c.Demand = string.Join(' ', Enumerable.Repeat("Reopen his case and let him stay.", 29));
            c.Translations.Add(("fa", "کاووس را به خانه بازگردانید", "پرونده", "او"));
        });
        var answer = await world.Visitor().RawAsync($"{world.AddressOf(campaign)}/{file}");
        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        var text = Encoding.Latin1.GetString(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.StartsWith("%PDF-", text, StringComparison.Ordinal);
        var page = Assert.Single(Pages().Matches(text));
        Assert.Equal((width, height), (Points(page, "width"), Points(page, "height")));
    }

    [Fact]
    public async Task What_was_printed_once_is_kept()
    {
        Assert.SkipUnless(new PaperOptions().Find() is not null, "This machine has no Chromium.");
        var campaign = await world.CampaignAsync();
        var first = await world.Visitor().Http.GetByteArrayAsync(new Uri($"{world.AddressOf(campaign)}/poster.pdf", UriKind.Relative), TestContext.Current.CancellationToken);
        var kept = Assert.Single(System.IO.Directory.GetFiles(Path.Combine(world.Folder, "blobs", "paper", campaign.Id.ToString("N"))));
        Assert.Equal(first, await File.ReadAllBytesAsync(kept, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_organisation_s_look_is_printed_as_well_and_makes_a_print_of_its_own()
    {
        Assert.SkipUnless(new PaperOptions().Find() is not null, "This machine has no Chromium.");
        var stage = await Stage.SetAsync(world);
        var address = new Uri(stage.Path + "/sheet.pdf", UriKind.Relative);
        var plain = await world.Visitor().Http.GetByteArrayAsync(address, TestContext.Current.CancellationToken);
        var (owner, _) = await world.MemberAsync(stage.Organisation, MemberRole.Owner);
        await owner.UploadAsync(
            await owner.GetAsync($"/{stage.Organisation.Slug}/desk/look"), "#look", ("Logo", "drawing.png", "image/png", LogoTests.Drawing(300, 100, brightness: 40)), ("LogoAlt", "Friends"), ("Accent", "#7a1f5c"));
        var page = await world.Visitor().GetAsync(stage.Path + "/sheet");
        Assert.NotNull(page.Html.QuerySelector(".paper .paper__logo img.logo[alt=Friends]"));
        Assert.Contains("--brand-light:#7a1f5c", page.Source, StringComparison.Ordinal);

        var branded = await world.Visitor().Http.GetByteArrayAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal((false, true), (HoldsPicture(plain), HoldsPicture(branded)));
        Assert.Single(Pages().Matches(Encoding.Latin1.GetString(branded)));
    }

    [Fact]
    public async Task A_browser_that_makes_nothing_is_no_error()
    {
        using var press = new PdfPress(new PaperOptions { Browser = "/bin/true" }, NullLogger<PdfPress>.Instance);
        Assert.Null(await press.PrintAsync("<p>", CancellationToken.None));
    }

    [Fact]
    public async Task A_browser_that_hangs_is_ended_and_the_next_is_not_kept_waiting()
    {
        // Sleeps for ever whatever it is asked for.
        var program = Path.Combine(world.Folder, "hanging");
        await File.WriteAllTextAsync(program, "#!/bin/sh\nexec sleep 1000\n", TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        using var press = new PdfPress(new PaperOptions { Browser = program, Patience = TimeSpan.FromMilliseconds(300), MostWaiting = 1 }, NullLogger<PdfPress>.Instance);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => press.PrintAsync("<p>", CancellationToken.None)));
        Assert.All(answers, Assert.Null);
    }

    private static bool HoldsPicture(byte[] pdf) => Encoding.Latin1.GetString(pdf).Contains("/Subtype /Image", StringComparison.Ordinal);

    private static int Points(Match page, string part) => (int)Math.Round(double.Parse(page.Groups[part].Value, System.Globalization.CultureInfo.InvariantCulture));

    [GeneratedRegex(@"/MediaBox\s*\[\s*0 0 (?<width>[\d.]+) (?<height>[\d.]+)\s*\]")]
    private static partial Regex Pages();

    public sealed class WorldWithPress : PublicWorld
    {
        protected override Dictionary<string, string?> Settings => new(base.Settings) { ["Paper:Browser"] = "", ["Paper:Patience"] = "00:01:00" };
    }
}
