using System.Globalization;
using System.Net;
using Npgsql;
using Platform.Testing.Hosts;
using Platform.Testing.Smtp;
using Platform.Testing.Time;
using Xunit;

namespace Platform.Petitions.Tests.Faults;

/// <summary>
/// A busy evening: 200 signatures and 500 page views a second. Only in the long form, for 20 minutes or UNDERSIGNED_SOAK_MINUTES. The first
/// third warms up; then memory, handles and connections of the second third are compared with those of the last.
/// </summary>
[Collection(FaultsCollection.Name)]
[Trait(FaultsCollection.Needs, FaultsCollection.WholeMachine)]
public sealed class SoakTests(ITestOutputHelper output)
{
    private const int Signatures = 200;
    private const int Views = 500;
    private const int MoreHandles = 25;
    private const int MoreConnections = 4;
    private const double MoreMemory = 1.15;
    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(2);

    private static TimeSpan Length => TimeSpan.FromMinutes(double.Parse(Environment.GetEnvironmentVariable("UNDERSIGNED_SOAK_MINUTES") ?? "20", CultureInfo.InvariantCulture));

    [Fact]
    public async Task A_busy_evening_leaves_memory_handles_and_connections_as_they_were()
    {
        Assert.SkipUnless(Killable.Long, "Only in the long form: UNDERSIGNED_LONG_FAULTS=1.");
        await using var stand = await Killable.StartAsync();
        await using var smtp = new ScriptedSmtp();
        await using var web = await stand.HostAsync("web");
        await using var worker = await stand.HostAsync(
            "worker", 0, ("Mail__Host", "127.0.0.1"), ("Mail__Port", smtp.Port.ToString(CultureInfo.InvariantCulture)), ("Mail__Security", "None"), ("Mail__From", "petitions@fault.example"));
        await using var crowd = new Crowd(web.Address, stand.Campaign);
        await using var watching = await stand.Source.OpenConnectionAsync();
        await using var connections = new NpgsqlCommand("select count(*) from pg_stat_activity where usename = 'undersigned_app'", watching);

        var signing = new Metronome(Signatures, async i => Expect(HttpStatusCode.Found, await crowd.SignAsync(string.Create(CultureInfo.InvariantCulture, $"person{i}@soak.example"))));
        var reading = new Metronome(Views, async _ => Expect(HttpStatusCode.OK, await crowd.GetAsync(stand.Campaign.Path)));
        var load = Task.WhenAll(signing.RunAsync(Length), reading.RunAsync(Length));
        var samples = new List<Sample>();
        while (await Task.WhenAny(load, Task.Delay(Breath)) != load)
        {
            samples.Add(new Sample(web.Memory() + worker.Memory(), web.Handles() + worker.Handles(), (int)(long)(await connections.ExecuteScalarAsync())!));
        }

        await load;
        Assert.Empty(signing.Problems);
        Assert.Empty(reading.Problems);
        Assert.Equal(signing.Done, await stand.AskAsync<long>("select submitted from petitions.campaign_submissions"));
        await Until.TrueAsync(() => smtp.Mails.Count >= signing.Done, "every mail is sent");

        var (before, after) = (Sample.MedianOf(samples[(samples.Count / 3)..(2 * samples.Count / 3)]), Sample.MedianOf(samples[(2 * samples.Count / 3)..]));
        output.WriteLine($"{signing.Done} signatures, {reading.Done} views; second third {before}, last third {after}");
        Assert.InRange(after.Memory, 0, (long)(before.Memory * MoreMemory));
        Assert.InRange(after.Handles, 0, before.Handles + MoreHandles);
        Assert.InRange(after.Connections, 0, before.Connections + MoreConnections);
    }

    private static void Expect(HttpStatusCode expected, HttpStatusCode? answered)
    {
        if (answered != expected)
        {
            throw new InvalidOperationException($"Answered {answered?.ToString() ?? "nothing"} instead of {expected}.");
        }
    }

    /// <summary>Bytes in use, open handles and database connections of web and worker together.</summary>
    private sealed record Sample(long Memory, int Handles, int Connections)
    {
        public static Sample MedianOf(List<Sample> samples) => new(Median(samples, s => s.Memory), (int)Median(samples, s => s.Handles), (int)Median(samples, s => s.Connections));

        private static long Median(List<Sample> samples, Func<Sample, long> of) => samples.Select(of).Order().ElementAt(samples.Count / 2);
    }
}
