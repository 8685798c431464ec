using Platform.Benchmarks.Load;
using Platform.Benchmarks.Stand;
using Platform.Testing.Data;

namespace Platform.Benchmarks.Rows;

/// <summary>The same campaign as it grows: signing it should cost what it cost when it was empty.</summary>
internal sealed class GrowthSection : ISection
{
    private const int Connections = 256;

    public string Name => "growth";

    public async Task RunAsync(BenchmarkStand stand, Report report)
    {
        var campaigns = await OpenCampaign.AddAsync(stand.Source, "growing", 1 + stand.Options.Rounds * 8);
        var grown = campaigns[0];
        var empties = new Queue<OpenCampaign>(campaigns[1..]);
        await using var host = await Hosts.StartAsync(stand, "web");
        await HttpLoad.RunAsync(new(host.Port, host.Cpu), stand.PostgresCpu, Connections, stand.Options.Length, 302, Form(empties.Dequeue()));
        var lines = new List<string[]>();
        long holds = 0;
        for (long size = 10_000; size <= stand.Options.Grow; size *= 10)
        {
            await Filling.FillAsync(stand, grown, holds, size);
            holds = size;
            await stand.RunAsync("vacuum analyze petitions.signatures");
            var rounds = new List<(double Grown, double Empty)>();
            for (var i = 0; i < Math.Max(3, stand.Options.Rounds / 2); i++)
            {
                // Each empty one is signed once only, or it would not be empty any more.
                var empty = await HttpLoad.RunAsync(new(host.Port, host.Cpu), stand.PostgresCpu, Connections, stand.Options.Length, 302, Form(empties.Dequeue()));
                var full = await HttpLoad.RunAsync(new(host.Port, host.Cpu), stand.PostgresCpu, Connections, stand.Options.Length, 302, Form(grown));
                rounds.Add((full.Rate, empty.Rate));
            }

            Console.WriteLine($"{size}: {Report.Ratio(rounds, r => r.Grown / r.Empty)}");
            lines.Add([Report.Number(size), Report.Ratio(rounds, r => r.Grown), Report.Ratio(rounds, r => r.Empty), Report.Ratio(rounds, r => r.Grown / r.Empty)]);
        }

        report.Table("Signing a campaign that holds many signatures (wanted: ≥ 0.9 of an empty one)", ["signatures it holds", "requests/s", "an empty one beside it, requests/s", "ratio"], lines);
    }

    private static RequestWriter Form(OpenCampaign campaign) => Requests.Sign([(campaign.Path, campaign.Stamp)]);
}
