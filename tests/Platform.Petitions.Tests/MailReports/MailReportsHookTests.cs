using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Petitions.Outbox;
using Platform.Petitions.Signatures;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.MailReports;

public sealed class MailReportsHookTests(ReportHost host) : IClassFixture<ReportHost>
{
    [Theory]
    [InlineData("postfix-no-such-user")]
    [InlineData("exchange-unknown-recipient")]
    public async Task A_hard_bounce_shows_on_the_signature_and_the_address_gets_no_more_mails(string report)
    {
        var stage = await Stage.SetAsync(host);
        var (address, mail) = await host.SignAsync(stage);
        Assert.Equal(HttpStatusCode.NoContent, await host.HookAsync(ReportHost.Report(report, host.IdOf(mail), address)));

        var bounced = await host.SignatureAsync(stage);
        Assert.NotNull(bounced.BouncedAt);
        Assert.Null(bounced.ComplainedAt);
        var (_, next) = await host.SignAsync(await Stage.SetAsync(host), address);
        Assert.Equal(MailOutcome.Suppressed, next.Outcome);
    }

    [Fact]
    public async Task The_address_is_tried_again_after_thirty_days()
    {
        var stage = await Stage.SetAsync(host);
        var (address, mail) = await host.SignAsync(stage);
        await host.HookAsync(ReportHost.Report("postfix-no-such-user", host.IdOf(mail), address));
        var print = (await host.SignatureAsync(stage)).EmailFingerprint;
        await host.InDbAsync(null, db => db.Database.ExecuteSqlAsync($"update petitions.mail_suppressions set at = at - interval '31 days' where fingerprint = {print}"));

        var (_, next) = await host.SignAsync(await Stage.SetAsync(host), address);

        Assert.Equal(MailOutcome.Sent, next.Outcome);
    }

    [Fact]
    public async Task A_complaint_shows_and_ends_what_campaigns_send_but_not_what_people_ask_of_their_account()
    {
        var stage = await Stage.SetAsync(host);
        var (address, mail) = await host.SignAsync(stage);
        Assert.Equal(HttpStatusCode.NoContent, await host.HookAsync(ReportHost.Report("abuse", host.IdOf(mail), address)));

        var complained = await host.SignatureAsync(stage);
        Assert.NotNull(complained.ComplainedAt);
        Assert.Null(complained.BouncedAt);
        var (_, next) = await host.SignAsync(await Stage.SetAsync(host), address);
        Assert.Equal(MailOutcome.Suppressed, next.Outcome);

        var visitor = host.Visitor();
        await visitor.SubmitAsync(await visitor.GetAsync("/account/register"), "#register", ("Name", "Maxine"), ("Email", address), ("Password", "a long enough sentence"));
        await host.Mail.WaitAsync(address, count: 2);
    }

    [Theory]
    [InlineData("postfix-delayed", HttpStatusCode.NoContent, false)]
    [InlineData("postfix-expired", HttpStatusCode.NoContent, false)]
    [InlineData("postfix-blocked-sender", HttpStatusCode.NoContent, true)]
    [InlineData("not-spam", HttpStatusCode.BadRequest, false)]
    [InlineData("holiday", HttpStatusCode.BadRequest, false)]
    public async Task What_does_not_blame_the_address_leaves_it_its_mails(string report, HttpStatusCode answer, bool shows)
    {
        var stage = await Stage.SetAsync(host);
        var (address, mail) = await host.SignAsync(stage);
        Assert.Equal(answer, await host.HookAsync(ReportHost.Report(report, host.IdOf(mail), address)));

        Assert.Equal(shows, (await host.SignatureAsync(stage)).BouncedAt is not null);
        var (_, next) = await host.SignAsync(await Stage.SetAsync(host), address);
        Assert.Equal(MailOutcome.Sent, next.Outcome);
    }

    [Fact]
    public async Task A_report_about_a_mail_we_did_not_send_changes_nothing()
    {
        var stage = await Stage.SetAsync(host);
        var (address, mail) = await host.SignAsync(stage);
        var seal = host.IdOf(mail).Split('.')[1];
        foreach (var forged in (string[])[$"{mail.Id}.0123456789abcdef@localhost", $"{mail.Id + 1}.{seal}", $"{mail.Id}@localhost", "confirm-1@elsewhere.example"])
        {
            Assert.Equal(HttpStatusCode.NoContent, await host.HookAsync(ReportHost.Report("postfix-no-such-user", forged, address)));
            Assert.Equal(HttpStatusCode.NoContent, await host.HookAsync(ReportHost.Report("abuse", forged, address)));
            Assert.Equal(HttpStatusCode.NoContent, await host.HookAsync($$"""{"kind":"bounce","messageId":"<{{forged}}>","address":"{{address}}"}""", "application/json"));
        }

        var stranger = $"stranger{mail.Id}@mail.example";
        Assert.Equal(HttpStatusCode.NoContent, await host.HookAsync($$"""{"kind":"bounce","address":"{{stranger}}"}""", "application/json"));

        Assert.Equal((null, null), Marks(await host.SignatureAsync(stage)));
        Assert.Equal(MailOutcome.Sent, (await host.SignAsync(await Stage.SetAsync(host), address)).Mail.Outcome);
        Assert.Equal(MailOutcome.Sent, (await host.SignAsync(await Stage.SetAsync(host), stranger)).Mail.Outcome);
    }

    [Fact]
    public async Task The_same_report_again_changes_nothing()
    {
        var stage = await Stage.SetAsync(host);
        var (address, mail) = await host.SignAsync(stage);
        var report = ReportHost.Report("postfix-no-such-user", host.IdOf(mail), address);
        await host.HookAsync(report);
        var (marks, stop) = (Marks(await host.SignatureAsync(stage)), await SuppressionAsync(stage));

        Assert.Equal(HttpStatusCode.NoContent, await host.HookAsync(report));

        Assert.Equal(marks, Marks(await host.SignatureAsync(stage)));
        Assert.Equal(stop.At, (await SuppressionAsync(stage)).At);
    }

    [Theory]
    [InlineData("""{"kind":"bounce","messageId":"<{id}>"}""", true, false)]
    [InlineData("""{"kind":"complaint","messageId":"{id}","address":"else@where.example"}""", false, true)]
    [InlineData("""{"kind":"bounce","address":"{address}"}""", true, false)]
    [InlineData("""{"kind":"soft-bounce","messageId":"{id}"}""", false, false)]
    public async Task A_provider_may_say_it_as_JSON(string body, bool bounces, bool complains)
    {
        var stage = await Stage.SetAsync(host);
        var (address, mail) = await host.SignAsync(stage);

        Assert.Equal(HttpStatusCode.NoContent, await host.HookAsync(body.Replace("{id}", host.IdOf(mail), StringComparison.Ordinal).Replace("{address}", address, StringComparison.Ordinal), "application/json"));

        var (bouncedAt, complainedAt) = Marks(await host.SignatureAsync(stage));
        Assert.Equal((bounces, complains), (bouncedAt is not null, complainedAt is not null));
    }

    [Theory]
    [InlineData("{", "application/json")]
    [InlineData("[]", "application/json")]
    [InlineData("null", "application/json")]
    [InlineData("{\"kind\":\"bounce\"}", "application/json")]
    [InlineData("{\"kind\":\"other\",\"address\":\"a@b.example\"}", "application/json")]
    [InlineData("", "message/rfc822")]
    [InlineData("no message at all", "message/rfc822")]
    public async Task What_is_no_report_is_refused(string body, string type) => Assert.Equal(HttpStatusCode.BadRequest, await host.HookAsync(body, type));

    [Fact]
    public async Task Who_does_not_know_the_secret_is_refused_and_without_one_there_is_no_such_address()
    {
        var stage = await Stage.SetAsync(host);
        var (address, mail) = await host.SignAsync(stage);
        var report = ReportHost.Report("postfix-no-such-user", host.IdOf(mail), address);
        foreach (var secret in (string?[])[null, "wrong", ReportHost.Secret + "x"])
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await host.HookAsync(report, secret: secret));
        }

        Assert.Equal((null, null), Marks(await host.SignatureAsync(stage)));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, await host.HookAsync(report, "text/plain"));
        await using var closed = new TestHost();
        await closed.InitializeAsync();
        using var body = new StringContent(report);
        using var answer = await closed.Visitor().Http.PostAsync(new Uri("/hooks/mail-reports", UriKind.Relative), body);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Organisers_and_staff_see_whose_mail_came_back_and_who_complained()
    {
        var stage = await Stage.SetAsync(host);
        var (address, mail) = await host.SignAsync(stage);
        await host.HookAsync(ReportHost.Report("postfix-no-such-user", host.IdOf(mail), address));
        await host.HookAsync(ReportHost.Report("abuse", host.IdOf(mail), address));

        var (desk, _) = await host.MemberAsync(stage.Organisation, MemberRole.Viewer);
        var list = await desk.GetAsync($"/{stage.Organisation.Slug}/desk/campaigns/{stage.Campaign.Id}/signatures");
        Assert.Contains("its mail came back", list.Text, StringComparison.Ordinal);
        Assert.Contains("called our mail spam", list.Text, StringComparison.Ordinal);
        var staff = await host.SignedInAsync(await host.UserAsync(role: PlatformRole.Moderator));
        var found = await staff.GetAsync($"/admin/signatures?q={Uri.EscapeDataString(address)}");
        Assert.Contains("bounced", found.Text, StringComparison.Ordinal);
        Assert.Contains("called our mail spam", found.Text, StringComparison.Ordinal);
    }

    private static (DateTimeOffset?, DateTimeOffset?) Marks(Signature signature) => (signature.BouncedAt, signature.ComplainedAt);

    private async Task<MailSuppression> SuppressionAsync(Stage stage)
    {
        var print = (await host.SignatureAsync(stage)).EmailFingerprint;
        return await host.InDbAsync(null, db => db.MailSuppressions.AsNoTracking().SingleAsync(s => s.Fingerprint == print));
    }
}
