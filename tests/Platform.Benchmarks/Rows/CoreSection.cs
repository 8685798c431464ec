using Platform.Benchmarks.Load;
using Platform.Benchmarks.Stand;
using Platform.Testing.Data;
using Platform.Testing.Hosts;

namespace Platform.Benchmarks.Rows;

/// <summary>Signing, confirming and reading one hot campaign, in rounds with PostgreSQL alone and with the naive variant.</summary>
internal sealed class CoreSection : ISection
{
    private const int Connections = 256;
    private const int PageConnections = 64;

    public string Name => "core";

    public async Task RunAsync(BenchmarkStand stand, Report report)
    {
        var campaign = (await OpenCampaign.AddAsync(stand.Source, "hot", 1))[0];
        await using var host = await Hosts.StartAsync(stand, "web");
        using var naive = await Hosts.StartNaiveAsync(stand);
        var length = stand.Options.Length;
        await WarmAsync(stand, host, naive, campaign);
        var rounds = new List<Round>();
        for (var i = 0; i < stand.Options.Rounds; i++)
        {
            var single = await PgBench.RunAsync(stand, campaign, length);
            var sign = await HttpLoad.RunAsync(new(host.Port, host.Cpu), stand.PostgresCpu, Connections, length, 302, Requests.Sign([(campaign.Path, campaign.Stamp)]));
            var plain = await HttpLoad.RunAsync(new(naive.Port, naive.Cpu), stand.PostgresCpu, Connections, length, 302, Requests.SignNaively());
            var tokens = await campaign.TokensAsync(stand.Source, (int)(length.TotalSeconds * 30_000));
            var confirm = await HttpLoad.RunAsync(new(host.Port, host.Cpu), stand.PostgresCpu, Connections, length, 302, Requests.Confirm(campaign.Path, tokens));
            var hello = await HttpLoad.RunAsync(new(host.Port, host.Cpu), stand.PostgresCpu, PageConnections, length / 2, 200, Requests.Get(HelloStartup.Path));
            var page = await HttpLoad.RunAsync(new(host.Port, host.Cpu), stand.PostgresCpu, PageConnections, length / 2, 200, Requests.Get(campaign.Path));
            rounds.Add(new Round(single, sign, plain, confirm, hello, page));
            Console.WriteLine($"round {i + 1}: pgbench {single.Rate:0}/s, sign {sign.Rate:0}/s ({sign.AppMicros:0}+{sign.PostgresMicros:0} µs, p99 {sign.P99.TotalMilliseconds:0} ms, {sign.Bad} bad), naive {plain.Rate:0}/s ({plain.Bad} bad), confirm {confirm.Rate:0}/s ({confirm.AppMicros:0}+{confirm.PostgresMicros:0} µs, {confirm.Bad} bad), hello {hello.Rate:0}/s, page {page.Rate:0}/s ({page.Bad} bad)");
        }

        Say(report, rounds);
        await CheckAsync(stand, campaign, report);
    }

    /// <summary>Compiled and cached before it is timed, as a site is that was up for a minute.</summary>
    private static async Task WarmAsync(BenchmarkStand stand, ChildHost host, NaiveProcess naive, OpenCampaign campaign)
    {
        var brief = TimeSpan.FromSeconds(4);
        var first = await HttpLoad.RunAsync(new(host.Port, host.Cpu), stand.PostgresCpu, 8, TimeSpan.FromSeconds(1), 200, Requests.Get(campaign.Path));
        if (first.Bad > 0)
        {
            throw new InvalidOperationException($"The page cannot be read:\n{host.Said}");
        }

        for (var i = 0; i < 2; i++)
        {
            await HttpLoad.RunAsync(new(host.Port, host.Cpu), stand.PostgresCpu, Connections, brief, 302, Requests.Sign([(campaign.Path, campaign.Stamp)]));
            await HttpLoad.RunAsync(new(host.Port, host.Cpu), stand.PostgresCpu, Connections, brief, 302, Requests.Confirm(campaign.Path, await campaign.TokensAsync(stand.Source, 20_000)));
            await HttpLoad.RunAsync(new(naive.Port, naive.Cpu), stand.PostgresCpu, 16, brief / 2, 302, Requests.SignNaively());
            await HttpLoad.RunAsync(new(host.Port, host.Cpu), stand.PostgresCpu, PageConnections, brief / 2, 200, Requests.Get(campaign.Path));
            await HttpLoad.RunAsync(new(host.Port, host.Cpu), stand.PostgresCpu, PageConnections, brief / 2, 200, Requests.Get(HelloStartup.Path));
        }
    }

    private static void Say(Report report, List<Round> rounds)
    {
        report.Table("One hot campaign", ["variant", "requests/s", "app + PostgreSQL, CPU µs each", "p50 / p99 ms", "bad answers"],
        [
            Line("pgbench, single insert, 64 clients", rounds.Select(r => r.Single)),
            Line("signing, 256 connections", rounds.Select(r => r.Sign)),
            Line("naive signing, 256 connections", rounds.Select(r => r.Naive)),
            Line("confirming, 256 connections", rounds.Select(r => r.Confirm)),
            Line("hello, bare, 64 connections", rounds.Select(r => r.Hello)),
            Line("campaign page, cached, 64 connections", rounds.Select(r => r.Page)),
        ]);
        report.Table("Ratios, median of the rounds (lowest – highest)", ["what", "measured", "wanted"],
        [
            ["signing against pgbench single insert", Report.Ratio(rounds, r => r.Sign.Rate / r.Single.Rate), "≥ 2.0"],
            ["signing against the naive variant", Report.Ratio(rounds, r => r.Sign.Rate / r.Naive.Rate), "≥ 50"],
            ["confirming against pgbench single insert", Report.Ratio(rounds, r => r.Confirm.Rate / r.Single.Rate), "≥ 1.5"],
            ["CPU per signature, app + PostgreSQL, µs", Report.Ratio(rounds, r => r.Sign.AppMicros + r.Sign.PostgresMicros), "≤ 80"],
            ["signing, 99 of 100 within, ms", Report.Ratio(rounds, r => r.Sign.P99.TotalMilliseconds), "≤ 50"],
            ["cached page against hello of the same process", Report.Ratio(rounds, r => r.Page.Rate / r.Hello.Rate), "≥ 0.8"],
        ]);
    }

    private static string[] Line(string name, IEnumerable<LoadResult> results)
    {
        var all = results.ToList();
        return
        [
            name, Report.Number(Report.Median(all.Select(r => r.Rate))),
            $"{Report.Number(Report.Median(all.Select(r => r.AppMicros)))} + {Report.Number(Report.Median(all.Select(r => r.PostgresMicros)))}",
            $"{Report.Number(Report.Median(all.Select(r => r.P50.TotalMilliseconds)))} / {Report.Number(Report.Median(all.Select(r => r.P99.TotalMilliseconds)))}",
            Report.Number(all.Sum(r => r.Bad)),
        ];
    }

    /// <summary>Fast and wrong is worth nothing: the count has to be the rows, and the naive counter is shown beside its own.</summary>
    private static async Task CheckAsync(BenchmarkStand stand, OpenCampaign campaign, Report report) => report.Say(
        $"Afterwards: {await stand.AskAsync<long>($"select count(*) from petitions.signatures where campaign_id = '{campaign.Id}' and state = 1")} confirmed rows, count "
        + $"{await stand.AskAsync<long>($"select confirmed from petitions.campaign_counts where campaign_id = '{campaign.Id}'")}. "
        + $"Naive: {await stand.AskAsync<long>("select count(*) from naive.\"Signatures\"")} rows, counter {await stand.AskAsync<int>("select \"Signatures\" from naive.\"Campaigns\"")}.");

    private sealed record Round(LoadResult Single, LoadResult Sign, LoadResult Naive, LoadResult Confirm, LoadResult Hello, LoadResult Page);
}
