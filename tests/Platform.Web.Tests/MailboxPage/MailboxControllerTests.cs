using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Platform.Core.Access;
using Platform.Core.Mail;
using Platform.Core.Text;
using Platform.Web.MailboxPage;
using Platform.Web.Tests.Core.Mail;
using Xunit;

namespace Platform.Web.Tests.MailboxPage;

/// <summary>The page alone, on a host without a database.</summary>
public sealed class MailboxControllerTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("undersigned-mailbox-page-");

    [Fact]
    public async Task The_newest_mail_stands_first_and_opens()
    {
        await using var app = await StartAsync("Development");
        using var client = app.GetTestClient();
        await SendAsync(app, TestLetters.Confirm() with { Subject = "First <b>mail</b>" });
        await SendAsync(app, TestLetters.Confirm("fa") with { Subject = "امضا" });

        var list = await PageAsync(client, "/mailbox");
        Assert.Equal(["امضا", "First <b>mail</b>"], list.QuerySelectorAll(".queue__item a").Select(link => link.TextContent));

        var mail = await PageAsync(client, ((IHtmlAnchorElement)list.QuerySelectorAll(".queue__item a")[1]).PathName);
        Assert.Equal("First <b>mail</b>", mail.QuerySelector("h2")!.TextContent);
        Assert.Contains("482913", mail.QuerySelector(".facts")!.TextContent);
        Assert.Equal("https://undersigned.example/confirm/abc123", mail.QuerySelector(".letter__link")!.GetAttribute("href"));
        Assert.Contains("Your signature counts", mail.QuerySelector("pre")!.TextContent);
    }

    [Fact]
    public async Task One_recipient_can_be_picked()
    {
        await using var app = await StartAsync("Development");
        using var client = app.GetTestClient();
        await SendAsync(app, TestLetters.Confirm() with { To = "a@example.org" });
        await SendAsync(app, TestLetters.Confirm() with { To = "b@example.org" });

        var list = await PageAsync(client, "/mailbox?to=a@example.org");

        Assert.Equal("a@example.org", Assert.Single(list.QuerySelectorAll(".queue__item")).QuerySelector("bdi.muted")!.TextContent);
    }

    [Fact]
    public async Task The_HTML_part_can_do_nothing_in_its_frame()
    {
        await using var app = await StartAsync("Development");
        using var client = app.GetTestClient();
        await SendAsync(app, TestLetters.Confirm());
        var mail = await PageAsync(client, "/mailbox/" + (await app.Services.GetRequiredService<Mailbox>().ListAsync(ct: Ct))[0].Id);
        var frame = (IHtmlInlineFrameElement)mail.QuerySelector("iframe")!;

        Assert.Equal("allow-top-navigation-by-user-activation", frame.GetAttribute("sandbox"));
        using var answer = await client.GetAsync(frame.GetAttribute("src"), Ct);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy);
        Assert.Contains("sandbox allow-top-navigation-by-user-activation", policy);
        Assert.DoesNotContain("script", policy);
        Assert.Contains("Confirm my signature", await answer.Content.ReadAsStringAsync(Ct));
    }

    [Fact]
    public async Task All_mails_are_deleted_by_a_button_and_never_by_a_link()
    {
        await using var app = await StartAsync("Development");
        using var client = app.GetTestClient();
        await SendAsync(app, TestLetters.Confirm());

        using var read = await client.GetAsync("/mailbox/empty", Ct);
        Assert.Equal(HttpStatusCode.NotFound, read.StatusCode);
        Assert.Single((await PageAsync(client, "/mailbox")).QuerySelectorAll(".queue__item"));

        using var pressed = await client.PostAsync("/mailbox/empty", null, Ct);
        Assert.Equal("/mailbox", pressed.Headers.Location?.ToString());
        Assert.NotNull((await PageAsync(client, "/mailbox")).QuerySelector(".empty"));
    }

    [Theory]
    [InlineData("/mailbox")]
    [InlineData("/mailbox/0-0")]
    [InlineData("/mailbox/0-0/html")]
    public async Task Outside_development_there_is_no_mailbox(string path)
    {
        await using var app = await StartAsync("Production");
        using var client = app.GetTestClient();

        using var answer = await client.GetAsync(path, Ct);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static async Task SendAsync(WebApplication app, Letter letter) =>
        await app.Services.GetRequiredService<IMailTransport>().SendAsync(TestLetters.Render(letter), Ct);

    private static async Task<IDocument> PageAsync(HttpClient client, string path)
    {
        var html = await client.GetStringAsync(path, Ct);
        return await BrowsingContext.New().OpenAsync(page => page.Address(new Uri(client.BaseAddress!, path)).Content(html), Ct);
    }

    private async Task<WebApplication> StartAsync(string environment)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        builder.Services.AddText().AddScoped<CurrentUser>().AddMail(builder.Configuration.GetSection("Mail"), folder.FullName);
        builder.Services.AddControllersWithViews().AddApplicationPart(typeof(MailboxController).Assembly);
        var app = builder.Build();
        app.MapControllers();
        await app.StartAsync(Ct);
        return app;
    }
}
