using Platform.Benchmarks.Load;
using Platform.Benchmarks.Stand;
using Platform.Testing.Data;

namespace Platform.Benchmarks.Rows;

/// <summary>One campaign that everybody signs against a thousand that are signed in turn.</summary>
internal sealed class CampaignsSection : ISection
{
    private const int Connections = 256;

    public string Name => "campaigns";

    public async Task RunAsync(BenchmarkStand stand, Report report)
    {
        var campaigns = (await OpenCampaign.AddAsync(stand.Source, "many", 1000)).Select(c => (c.Path, c.Stamp)).ToList();
        await using var host = await Hosts.StartAsync(stand, "web");
        var rounds = new List<(double One, double Many, long Bad)>();
        for (var i = -1; i < stand.Options.Rounds; i++)
        {
            var many = await HttpLoad.RunAsync(new(host.Port, host.Cpu), stand.PostgresCpu, Connections, stand.Options.Length, 302, Requests.Sign(campaigns));
            var one = await HttpLoad.RunAsync(new(host.Port, host.Cpu), stand.PostgresCpu, Connections, stand.Options.Length, 302, Requests.Sign(campaigns[..1]));
            if (i >= 0)
            {
                rounds.Add((one.Rate, many.Rate, one.Bad + many.Bad));
            }
        }

        report.Table("One campaign and a thousand", ["what", "measured", "wanted"],
        [
            ["signing one campaign, requests/s", Report.Ratio(rounds, r => r.One), ""],
            ["signing a thousand in turn, requests/s", Report.Ratio(rounds, r => r.Many), ""],
            ["the hot one against the thousand", Report.Ratio(rounds, r => r.One / r.Many), "≥ 0.8"],
            ["bad answers", Report.Number(rounds.Sum(r => r.Bad)), "0"],
        ]);
    }
}
