using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Access;
using Platform.Petitions.Abuse;
using Platform.Petitions.Signatures;
using Platform.Petitions.Signing;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.Abuse;

/// <summary>What staff see of it and do about it.</summary>
public sealed class AbuseDeskTests(TestHost host) : IClassFixture<TestHost>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Limits_are_saved_and_hold_at_once_and_a_wrong_one_is_said_at_its_field()
    {
        var admin = await StaffAsync(PlatformRole.Admin);
        var page = await admin.GetAsync("/admin/abuse");
        var wrong = await admin.SubmitAsync(page, "form[action='/admin/abuse']", ("AddressBurst", "0"), ("DomainDay", "700"));
        Assert.NotNull(wrong.Html.QuerySelector("#AddressBurst[aria-invalid=true]"));
        Assert.Equal("700", wrong.Html.QuerySelector("#DomainDay")!.GetAttribute("value"));

        await admin.SubmitAsync(page, "form[action='/admin/abuse']", ("AddressBurst", ""), ("DomainDay", "700"));
        await host.Services.GetRequiredService<AbuseKeeper>().StepAsync(Ct);
        var limits = host.Services.GetRequiredService<Admission>().Limits;
        Assert.Equal((null, 700), (limits.AddressBurst, limits.DomainDay));
        Assert.Equal(1, await AuditLinesAsync("abuse.limits"));
    }

    [Fact]
    public async Task One_line_that_cannot_be_read_leaves_both_lists_as_they_were()
    {
        var admin = await StaffAsync(PlatformRole.Admin);
        var page = await admin.GetAsync("/admin/abuse/lists");
        await admin.SubmitAsync(page, "form[action='/admin/abuse/lists']", ("Networks", "allow 198.51.100.7 # the library\n\nblock 203.0.113.0/24"), ("Domains", "block **.bin.example"));
        page = await admin.GetAsync("/admin/abuse/lists");
        Assert.Equal("allow 198.51.100.7/32 # the library\nblock 203.0.113.0/24\n", page.Html.QuerySelector("#Networks")!.TextContent.Replace("\r", "", StringComparison.Ordinal));

        var wrong = await admin.SubmitAsync(page, "form[action='/admin/abuse/lists']", ("Networks", "block 203.0.113.0/24\nblock everybody"), ("Domains", "allow good.example"));
        Assert.Contains("Line 2", wrong.One("#Networks-error"), StringComparison.Ordinal);
        Assert.Contains("block everybody", wrong.Html.QuerySelector("#Networks")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["**.bin.example", "198.51.100.7/32", "203.0.113.0/24"], await host.InDbAsync(null, db => db.ListEntries.Where(e => e.Kind != ListKind.Mailbox).Select(e => e.Pattern).OrderBy(p => p).ToListAsync(Ct)));
    }

    [Fact]
    public async Task A_mailbox_on_the_list_is_recognised_but_not_readable()
    {
        var admin = await StaffAsync(PlatformRole.Admin);
        var page = await admin.SubmitAsync(await admin.GetAsync("/admin/abuse/lists"), "form[action$=mailboxes]", ("Email", "Some.Body+x@gmail.com"), ("Comment", "a program"));
        Assert.Contains("s…@gmail.com", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("somebody", page.Source, StringComparison.OrdinalIgnoreCase);
        await host.Services.GetRequiredService<AbuseKeeper>().StepAsync(Ct);
        var email = EmailAddress.Parse("somebody@googlemail.com")!;
        Assert.Equal(Admittance.Nowhere, host.Services.GetRequiredService<Admission>().Judge(Guid.NewGuid(), email, host.Services.GetRequiredService<Fingerprints>().Of(email), null));

        page = await admin.SubmitAsync(page, "form[action$=remove]");
        Assert.DoesNotContain("s…@gmail.com", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signature_is_found_by_each_of_its_marks_in_its_petition()
    {
        var (stage, _) = await SignedAsync();
        var staff = await StaffAsync(PlatformRole.Moderator);
        var reference = stage.Campaign.Reference;
        foreach (var q in new[] { "zora", "ZORA  NEALE", "@found.example", "zora@found.example", "Zora+again@Found.example", "203.0.113.0/24", "203.0.113.9" })
        {
            var page = await staff.GetAsync($"/admin/signatures?campaign={reference}&q={Uri.EscapeDataString(q)}");
            Assert.Contains("Zora Neale", page.Text, StringComparison.Ordinal);
        }

        foreach (var q in new[] { "zoya", "@und.example", "203.0.114.0/24", "zora@other.example" })
        {
            Assert.DoesNotContain("Zora Neale", (await staff.GetAsync($"/admin/signatures?campaign={reference}&q={Uri.EscapeDataString(q)}")).Text, StringComparison.Ordinal);
        }

        Assert.Contains("Zora Neale", (await staff.GetAsync("/admin/signatures?q=zora@found.example")).Text, StringComparison.Ordinal);
        var everywhere = await staff.GetAsync("/admin/signatures?q=zora");
        Assert.Contains("Say which petition", everywhere.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Zora Neale", everywhere.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_take_one_out_and_back_and_cannot_confirm()
    {
        var (stage, id) = await SignedAsync("zora.out@found.example");
        await stage.ConfirmAsync(host.Visitor(), "zora.out@found.example");
        var staff = await StaffAsync(PlatformRole.Moderator);
        var here = $"/admin/signatures?campaign={stage.Campaign.Reference}";
        var page = await staff.SubmitAsync(await staff.GetAsync(here), $"tr[data-signature='{id}'] form[action$=remove]");
        Assert.Equal(0, await stage.CountAsync());
        Assert.Null(page.Html.QuerySelector("form[action$=remove]"));
        await staff.SubmitAsync(page, $"tr[data-signature='{id}'] form[action$='{id}/restore']");
        Assert.Equal(1, await stage.CountAsync());
        Assert.Equal((1, 1), (await AuditLinesAsync("signature.remove", stage), await AuditLinesAsync("signature.restore", stage)));

        // What does not fit the state changes nothing, and there is no way to confirm for somebody.
        await stage.SignAsync(host.Visitor(), "Adam Baker", "adam@found.example");
        var pending = await host.InDbAsync(stage.Organisation.Id, db => db.Signatures.SingleAsync(s => s.CampaignId == stage.Campaign.Id && s.Email == "adam@found.example", Ct));
        page = await staff.GetAsync(here);
        Assert.Null(page.Html.QuerySelector($"tr[data-signature='{pending.Id}'] form[action*=restore], form[action*=confirm]"));
        Assert.Equal(1, await stage.CountAsync());
    }

    [Fact]
    public async Task All_that_a_limit_set_aside_can_be_restored_at_once()
    {
        var stage = await Stage.SetAsync(host);
        var writer = host.Services.GetRequiredService<SignatureWriter>();
        for (var i = 0; i < 7; i++)
        {
            await writer.TryWrite(stage.Row($"aside{i}@found.example") with { State = SignatureState.Quarantined, Ip = IPAddress.Parse($"203.0.113.{i}") })!;
        }

        await stage.ConfirmAsync(host.Visitor(), "aside3@found.example");
        var staff = await StaffAsync(PlatformRole.Moderator);
        var page = await staff.GetAsync($"/admin/signatures?campaign={stage.Campaign.Reference}&q=203.0.113.0/24");
        page = await staff.SubmitAsync(page, "form[action*='signatures/restore']");
        Assert.Equal(1, await stage.CountAsync());
        Assert.Null(page.Html.QuerySelector("form[action*='signatures/restore']"));
        Assert.Equal(6, await host.InDbAsync(stage.Organisation.Id, db => db.Signatures.CountAsync(s => s.CampaignId == stage.Campaign.Id && s.State == SignatureState.Pending, Ct)));
    }

    [Fact]
    public async Task A_hot_network_and_a_hot_domain_are_told_to_admins_once_with_a_link()
    {
        var stage = await Stage.SetAsync(host);
        var admin = await host.UserAsync("Ada Admin", PlatformRole.Admin);
        await host.InDbAsync(null, db => db.AbuseLimits.ExecuteUpdateAsync(set => set.SetProperty(l => l.AlertHour, 12), Ct));
        var writer = host.Services.GetRequiredService<SignatureWriter>();
        await Task.WhenAll(Enumerable.Range(0, 12).Select(i =>
            writer.TryWrite(stage.Row($"hot{i}@hot.example", $"Signer {(char)('A' + i)}") with { Ip = IPAddress.Parse($"192.0.2.{i}") })!));
        await Task.WhenAll(Enumerable.Range(0, 12).Select(i => writer.TryWrite(stage.Row($"calm{i}@gmail.com") with { Ip = IPAddress.Parse($"198.51.{i}.1") })!));

        var job = ActivatorUtilities.CreateInstance<HotSendersJob>(host.Services);
        await job.RunAsync(Ct);
        await job.RunAsync(Ct);
        var found = await host.InDbAsync(stage.Organisation.Id, db => db.AbuseSignals.Where(s => s.CampaignId == stage.Campaign.Id).OrderBy(s => s.Kind).Select(s => new { s.Sender, s.Signatures, s.Share }).ToListAsync(Ct));
        Assert.Equal([("192.0.2.0/24", 12, 50), ("hot.example", 12, 50)], found.Select(s => (s.Sender, s.Signatures, (int)s.Share)));
        Assert.Contains("192.0.2.0/24", (await host.Mail.WaitAsync(admin.Email!)).Text, StringComparison.Ordinal);
        Assert.Single(await host.Mail.ToAsync(admin.Email!));

        var desk = await host.AtDeskAsync(admin);
        var link = (await desk.GetAsync("/admin/abuse")).Html.QuerySelector("a[href*='192.0.2.0']")!.GetAttribute("href")!;
        Assert.Equal(12, (await desk.GetAsync(link)).Html.QuerySelectorAll("tr[data-signature]").Length);
    }

    [Fact]
    public async Task Limits_and_lists_are_for_admins()
    {
        var moderator = await StaffAsync(PlatformRole.Moderator);
        Assert.Null((await moderator.GetAsync("/admin")).Html.QuerySelector("a[href='/admin/abuse']"));
        foreach (var path in new[] { "/admin/abuse", "/admin/abuse/lists", "/admin/abuse/challenges" })
        {
            var status = (await moderator.GetAsync(path)).Status;
            Assert.True(status is HttpStatusCode.NotFound or HttpStatusCode.Forbidden, $"{path} answers a moderator with {status}.");
        }
    }

    private async Task<Visitor> StaffAsync(PlatformRole role) => await host.AtDeskAsync(await host.UserAsync($"{role}", role));

    private async Task<(Stage Stage, Guid Id)> SignedAsync(string email = "zora@found.example")
    {
        var stage = await Stage.SetAsync(host);
        await host.Services.GetRequiredService<SignatureWriter>().TryWrite(stage.Row(email, "Zora Neale") with { Ip = IPAddress.Parse("203.0.113.9") })!;
        return (stage, await host.InDbAsync(stage.Organisation.Id, db => db.Signatures.Where(s => s.CampaignId == stage.Campaign.Id).Select(s => s.Id).SingleAsync(Ct)));
    }

    private Task<int> AuditLinesAsync(string action, Stage? stage = null)
    {
        var campaign = stage?.Campaign.Id;
        return host.InDbAsync(stage?.Organisation.Id, db => db.Audit.CountAsync(a => a.Action == action && a.CampaignId == campaign, Ct));
    }
}
