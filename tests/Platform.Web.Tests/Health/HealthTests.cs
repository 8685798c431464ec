using System.Net;
using System.Text.Json;
using Hangfire;
using Hangfire.Common;
using Hangfire.States;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Access;
using Platform.Petitions.Database;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Platform.Testing.Time;
using Xunit;

namespace Platform.Web.Tests.Health;

public sealed class HealthTests(TestHost host) : IClassFixture<TestHost>
{
    [Theory]
    [InlineData("/health")]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task All_is_well_says_one_word_under_any_name_of_the_machine(string address)
    {
        foreach (var name in (string?[])[null, "10.0.0.7", "balancer.internal"])
        {
            var page = await host.Visitor(name).GetAsync(address);

            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Equal("Healthy", page.Source);
            Assert.Contains("no-store", page.Response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_count_that_had_to_be_repaired_shows_for_a_day()
    {
        await using var drifted = new TestHost();
        await drifted.InitializeAsync();
        await drifted.InDbAsync(null, db => db.Database.ExecuteSqlAsync($"insert into petitions.audit_entries (actor_name, action) values ('recount', 'count.repaired')"));
        Assert.Equal("Degraded", (await drifted.Visitor().GetAsync("/health")).Source);

        await drifted.InDbAsync(null, db => db.Database.ExecuteSqlAsync($"update petitions.audit_entries set at = at - interval '25 hours'"));
        Assert.Equal("Healthy", (await drifted.Visitor().GetAsync("/health")).Source);
    }

    [Fact]
    public async Task Work_that_waits_is_said_to_everybody_and_how_long_to_admins()
    {
        await Until.TrueAsync(() => host.Services.GetRequiredService<JobStorage>().GetMonitoringApi().Servers().Count == 1, "the worker has said that it is there");
        var client = host.Services.GetRequiredService<IBackgroundJobClientV2>();
        var job = client.Create(Job.FromExpression<Unserved>(work => work.RunAsync()), new EnqueuedState("served-by-nobody"), null);
        await host.InScopeAsync(null, async services =>
        {
            await using var command = services.GetRequiredService<EngineDataSource>().Command("update jobs.state set createdat = now() - interval '5 minutes' where jobid = @job");
            command.Parameters.AddWithValue("job", long.Parse(job, System.Globalization.CultureInfo.InvariantCulture));
            return await command.ExecuteNonQueryAsync();
        });
        var admin = await host.SignedInAsync(await host.UserAsync(role: PlatformRole.Admin));
        try
        {
            Assert.Equal("Degraded", (await host.Visitor().GetAsync("/health")).Source);
            Assert.Equal("Healthy", (await host.Visitor().GetAsync("/health/ready")).Source);

            using var details = JsonDocument.Parse((await admin.GetAsync("/admin/health")).Source);
            var jobs = details.RootElement.GetProperty("checks").GetProperty("jobs");
            Assert.Equal("Degraded", jobs.GetProperty("status").GetString());
            Assert.InRange(jobs.GetProperty("data").GetProperty("oldestWaitingSeconds").GetInt64(), 300, 400);
            Assert.Equal(1, jobs.GetProperty("data").GetProperty("workers").GetInt64());
        }
        finally
        {
            client.ChangeState(job, new DeletedState(), null);
        }
    }

    [Fact]
    public async Task Details_are_for_admins()
    {
        Assert.Equal("/account/sign-in", (await host.Visitor().GetAsync("/admin/health")).Address.AbsolutePath);
        var organiser = await host.SignedInAsync(await host.UserAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await organiser.GetAsync("/admin/health")).Status);
    }

    /// <summary>Names no queue of its own, so that it stays in the one it is put into.</summary>
    private sealed class Unserved
    {
        public Task RunAsync() => Task.CompletedTask;
    }
}
