using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Access;
using Platform.Core.Mail;
using Platform.Core.Text;
using Platform.Testing.Hosts;
using Platform.Web.MailboxPage;
using Platform.Web.Tests.Core.Mail;
using Xunit;

namespace Platform.Web.Tests.MailboxPage;

public sealed class MailboxControllerTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task The_newest_mail_stands_first_and_opens()
    {
        await SendAsync(TestLetters.Confirm() with { To = "first@example.org", Subject = "First <b>mail</b>" });
        await SendAsync(TestLetters.Confirm("fa") with { To = "first@example.org", Subject = "امضا" });
        var visitor = host.Visitor();

        var list = await visitor.GetAsync("/mailbox?to=first@example.org");
        var links = list.Html.QuerySelectorAll(".queue__item a");
        Assert.Equal(["امضا", "First <b>mail</b>"], links.Select(link => link.TextContent));

        var mail = await visitor.GetAsync(links[1].GetAttribute("href")!);
        Assert.Equal("First <b>mail</b>", mail.One("h2"));
        Assert.Contains("482913", mail.One(".facts"));
        Assert.Equal("https://undersigned.example/confirm/abc123", mail.One(".letter__link"));
        Assert.Contains("Your signature counts", mail.One("pre"));
    }

    [Fact]
    public async Task The_HTML_part_can_do_nothing_in_its_frame()
    {
        await SendAsync(TestLetters.Confirm() with { To = "frame@example.org" });
        var visitor = host.Visitor();
        var list = await visitor.GetAsync("/mailbox?to=frame@example.org");
        var mail = await visitor.GetAsync(list.Html.QuerySelector(".queue__item a")!.GetAttribute("href")!);
        var frame = mail.Html.QuerySelector("iframe")!;

        var html = await visitor.GetAsync(frame.GetAttribute("src")!);

        var policy = html.Response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Equal("allow-top-navigation-by-user-activation", frame.GetAttribute("sandbox"));
        Assert.Contains("default-src 'none'", policy);
        Assert.Contains("frame-ancestors 'self'", policy);
        Assert.Contains("sandbox allow-top-navigation-by-user-activation", policy);
        Assert.DoesNotContain("script", policy);
        Assert.Contains("Confirm my signature", html.Text);
    }

    [Fact]
    public async Task All_mails_are_deleted_by_a_button_and_never_by_a_link()
    {
        await SendAsync(TestLetters.Confirm() with { To = "gone@example.org" });
        var visitor = host.Visitor();

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/mailbox/empty")).Status);
        var page = await visitor.GetAsync("/mailbox?to=gone@example.org");
        Assert.Single(page.Html.QuerySelectorAll(".queue__item"));

        Assert.Equal("/mailbox", (await visitor.SubmitAsync(page, "form[method=post][action$=empty]")).Address.AbsolutePath);
        Assert.Empty((await visitor.GetAsync("/mailbox?to=gone@example.org")).Html.QuerySelectorAll(".queue__item"));
    }

    [Fact]
    public async Task Outside_development_there_is_no_mailbox()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.WebHost.UseTestServer();
        builder.Services.AddText().AddScoped<CurrentUser>().AddMail(builder.Configuration.GetSection("Mail"), Path.GetTempPath() + Guid.NewGuid());
        builder.Services.AddControllersWithViews().AddApplicationPart(typeof(MailboxController).Assembly);
        await using var app = builder.Build();
        app.MapControllers();
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = app.GetTestClient();

        using var answer = await client.GetAsync("/mailbox", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private Task<Delivery> SendAsync(Letter letter) =>
        host.Services.GetRequiredService<IMailTransport>().SendAsync(TestLetters.Render(letter), TestContext.Current.CancellationToken);
}
