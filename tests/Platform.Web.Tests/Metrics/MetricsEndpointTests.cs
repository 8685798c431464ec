using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Platform.Testing.Time;
using Xunit;

namespace Platform.Web.Tests.Metrics;

public sealed class MetricsEndpointTests(MetricsEndpointTests.MeasuredHost host) : IClassFixture<MetricsEndpointTests.MeasuredHost>
{
    private const string Token = "of-the-scraper";

    [Fact]
    public async Task A_scraper_reads_what_the_platform_counts()
    {
        var stage = await Stage.SetAsync(host);
        await host.InDbAsync(null, db => db.Database.ExecuteSqlAsync(
            $"insert into petitions.outbox_mails (kind, subject, attempts, outcome, due_at, lease_until) values ('reset-password', gen_random_uuid(), 0, 0, now() - interval '10 minutes', now() + interval '1 hour')"));
        await stage.SignAsync(host.Visitor(), "Counted Signer", "counted@mail.example");
        await host.Mail.WaitAsync("counted@mail.example");

        var metrics = await Until.SeenAsync(ReadAsync, read => read["undersigned_mails_total{outcome=\"sent\"}"] >= 1, "a mail is counted as sent");
        Assert.InRange(metrics["undersigned_mail_oldest_due_seconds"], 600, 700);
        Assert.True(metrics["undersigned_mail_due"] >= 1);
        Assert.Equal(1, metrics["undersigned_signatures{state=\"submitted\"}"]);
        Assert.Equal(0, metrics["undersigned_signatures{state=\"confirmed\"}"]);
        Assert.Equal(1, metrics["undersigned_database_up"]);
        foreach (var there in (string[])["undersigned_writer_queue{writer=\"signatures\"}", "undersigned_writer_queue{writer=\"confirmations\"}", "undersigned_live_streams", "undersigned_jobs_late_seconds", "undersigned_jobs_waiting_seconds", "undersigned_mail_failed_lately"])
        {
            Assert.True(metrics.ContainsKey(there), there);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("wrong")]
    [InlineData(Token + "x")]
    public async Task To_all_others_it_does_not_exist(string? token)
    {
        using var answer = await AskAsync(token);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain("undersigned_", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_is_named_it_does_not_exist()
    {
        await using var silent = new TestHost();
        await silent.InitializeAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await silent.Visitor().GetAsync("/metrics")).Status);
    }

    [Fact]
    public async Task A_named_network_needs_no_token_and_its_neighbours_do()
    {
        foreach (var (network, from, status) in ((string, string, HttpStatusCode)[])[("10.1.0.0/16", "10.1.2.3", HttpStatusCode.OK), ("10.1.0.0/16", "10.2.2.3", HttpStatusCode.NotFound), ("2001:db8::7", "2001:db8::7", HttpStatusCode.OK)])
        {
            await using var open = new NetworkHost(network, from);
            await open.InitializeAsync();
            Assert.Equal(status, (await open.Visitor("10.0.0.7").GetAsync("/metrics")).Status);
        }
    }

    private async Task<Dictionary<string, double>> ReadAsync()
    {
        using var answer = await AskAsync(Token);
        Assert.Equal("text/plain", answer.Content.Headers.ContentType!.MediaType);
        var lines = (await answer.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith('#'));
        var numbers = lines.Select(line => line.Split(' ')).ToDictionary(line => line[0], line => double.Parse(line[1], System.Globalization.CultureInfo.InvariantCulture));
        numbers.TryAdd("undersigned_mails_total{outcome=\"sent\"}", 0);
        return numbers;
    }

    private async Task<HttpResponseMessage> AskAsync(string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics");
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return await host.Visitor().Http.SendAsync(request);
    }

    public sealed class MeasuredHost : TestHost
    {
        protected override Dictionary<string, string?> Settings => new() { ["Metrics:Token"] = Token };
    }

    private sealed class NetworkHost(string network, string from) : TestHost
    {
        protected override Dictionary<string, string?> Settings => new() { ["Metrics:Networks:0"] = network };

        protected override void ConfigureWebHost(Microsoft.AspNetCore.Hosting.IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureServices(services => Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddSingleton<Microsoft.AspNetCore.Hosting.IStartupFilter>(services, new From(IPAddress.Parse(from))));
        }

        private sealed class From(IPAddress address) : Microsoft.AspNetCore.Hosting.IStartupFilter
        {
            public Action<Microsoft.AspNetCore.Builder.IApplicationBuilder> Configure(Action<Microsoft.AspNetCore.Builder.IApplicationBuilder> next) => app =>
            {
                Microsoft.AspNetCore.Builder.UseExtensions.Use(app, (http, further) =>
                {
                    http.Connection.RemoteIpAddress = address;
                    return further(http);
                });
                next(app);
            };
        }
    }
}
