using System.Diagnostics;
using System.Net;
using Npgsql;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Platform.Testing.Time;
using Xunit;

namespace Platform.Petitions.Tests.Faults;

/// <summary>A database that is there and gives nothing: everybody is told to come again in time, the kept page stays, and nothing has to be restarted.</summary>
[Collection(FaultsCollection.Name)]
[Trait(FaultsCollection.Needs, FaultsCollection.WholeMachine)]
public sealed class WithheldTests(WithheldTests.RestlessHost host) : IClassFixture<WithheldTests.RestlessHost>
{
    private const int AtOnce = 20;
    private static readonly TimeSpan Told = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Recovery = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Held = Killable.Long ? TimeSpan.FromMinutes(1) : TimeSpan.Zero;

    [Fact]
    public Task A_locked_table_is_503_in_time_under_a_page_that_stays_and_is_over_when_the_lock_is() => SurviveAsync(() => SignaturesLock.TakeAsync(host));

    [Fact]
    public Task A_server_without_a_free_connection_is_503_in_time_under_a_page_that_stays_and_is_over_when_there_are_some() => SurviveAsync(TakeAllConnectionsAsync);

    private async Task SurviveAsync(Func<Task<IAsyncDisposable>> withhold)
    {
        var stage = await Stage.SetAsync(host);
        var form = await host.Visitor().GetAsync(stage.Path + "/sign");
        var before = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(i => SignAsync(stage, form, $"before{i}@held.example")));
        Assert.All(before, a => Assert.Equal(HttpStatusCode.Found, a.Status));
        await ReadAsync(stage);

        // The page that says so is made once before, so that no compiler is waited for.
        await host.Visitor().RawAsync("/error/503");

        await using (await withhold())
        {
            var held = Stopwatch.StartNew();
            do
            {
                var posts = Task.WhenAll(Enumerable.Range(0, AtOnce).Select(i => SignAsync(stage, form, $"during{i}@held.example")));
                var unkept = GetAsync(stage.Path + "?lang=fr");
                while (!posts.IsCompleted || !unkept.IsCompleted)
                {
                    await ReadAsync(stage);
                    await Task.Delay(50);
                }

                Assert.All(await posts, a => Assert.Equal((HttpStatusCode.ServiceUnavailable, true), (a.Status, a.ComeAgain)));
                Assert.All(await posts, a => Assert.InRange(a.Took, TimeSpan.Zero, Told));
                Assert.Equal(HttpStatusCode.ServiceUnavailable, (await unkept).Status);
                Assert.InRange((await unkept).Took, TimeSpan.Zero, Told);
            }
            while (held.Elapsed < Held);
        }

        await Until.SeenAsync(() => SignAsync(stage, form, "after@held.example"), answer => answer.Status == HttpStatusCode.Found, "people can sign again", within: Recovery);
        await host.Mail.WaitAsync("after@held.example", "Confirm");
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(host.Database.Owner) { Options = "-c app.across_tenants=on", Pooling = false });
        await using var count = source.CreateCommand("select count(*) - count(distinct email), count(*) filter (where email not like 'during%'), count(*) - (select submitted from petitions.campaign_submissions where campaign_id = $1) from petitions.signatures where campaign_id = $1");
        count.Parameters.AddWithValue(stage.Campaign.Id);
        await using var row = await count.ExecuteReaderAsync();
        Assert.True(await row.ReadAsync());
        Assert.Equal((0L, AtOnce + 1L, 0L), (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)));
    }

    /// <summary>The page as a stranger gets it.</summary>
    private async Task ReadAsync(Stage stage)
    {
        var page = await GetAsync(stage.Path);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.InRange(page.Took, TimeSpan.Zero, Crowd.Kept);
    }

    private async Task<(HttpStatusCode Status, TimeSpan Took)> GetAsync(string address)
    {
        var asked = RunningTime.Begin();
        using var page = await host.Visitor().RawAsync(address);
        return (page.StatusCode, RunningTime.Since(asked));
    }

    private static async Task<(HttpStatusCode Status, bool ComeAgain, TimeSpan Took)> SignAsync(Stage stage, Page form, string email)
    {
        var begun = RunningTime.Begin();
        using var answer = await stage.PostAsync(form, email);
        return (answer.StatusCode, answer.Headers.RetryAfter is not null, RunningTime.Since(begun));
    }

    /// <summary>What a neighbour on the same server does who opens too many: those that stood are lost, and there are no new ones.</summary>
    private async Task<IAsyncDisposable> TakeAllConnectionsAsync()
    {
        var owner = await OpenAsync(host.Database.Owner);
        await using var ours = await OpenAsync(host.Database.App);
        await RunAsync(owner, $"alter database {host.Database.Name} connection limit 0");
        await using var end = new NpgsqlCommand("select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and usename = current_user and pid <> pg_backend_pid()", ours);
        await Until.TrueAsync(async () => (long)(await end.ExecuteScalarAsync())! == 0, "all connections are cut");
        return new Limit(owner, host.Database.Name);
    }

    private static async Task<NpgsqlConnection> OpenAsync(string to)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(to) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    private static async Task RunAsync(NpgsqlConnection on, string sql)
    {
        await using var command = new NpgsqlCommand(sql, on);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Makes its pages again each second, so that somebody asks the database for them all the time.</summary>
    public sealed class RestlessHost : TestHost
    {
        protected override Dictionary<string, string?> Settings => new() { ["Pages:Longest"] = "00:00:01", ["Database:Patience"] = "00:00:05" };
    }

    private sealed class Limit(NpgsqlConnection owner, string database) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await RunAsync(owner, $"alter database {database} connection limit -1");
            await owner.DisposeAsync();
        }
    }
}
