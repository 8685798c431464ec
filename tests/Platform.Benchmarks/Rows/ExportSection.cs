using System.Diagnostics;
using Platform.Benchmarks.Stand;
using Platform.Petitions.Database;
using Platform.Petitions.Signatures;
using Platform.Testing.Data;

namespace Platform.Benchmarks.Rows;

/// <summary>The file with all signatures of one campaign, as the organiser's download writes it, into a sink that only counts.</summary>
internal sealed class ExportSection : ISection
{
    private const int Signatures = 1_000_000;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    public string Name => "export";

    public async Task RunAsync(BenchmarkStand stand, Report report)
    {
        var campaign = (await OpenCampaign.AddAsync(stand.Source, "export", 1))[0];
        await Filling.FillAsync(stand, campaign, 0, Signatures);
        await stand.RunAsync("analyze petitions.signatures");
        await using var source = new EngineDataSource(stand.App, DatabasePatience.Usual);
        var export = new ExportSignatures(source);

        // Compiled, and its connection open, before it is timed.
        await export.WriteAsync(campaign.TenantId, campaign.Id, Stream.Null, CancellationToken.None);
        var (rates, growths) = (new List<double>(), new List<double>());
        for (var i = 0; i < stand.Options.Rounds; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            var (idle, watch) = (Environment.WorkingSet, Stopwatch.StartNew());
            var writing = export.WriteAsync(campaign.TenantId, campaign.Id, Stream.Null, CancellationToken.None);
            var most = idle;
            while (await Task.WhenAny(writing, Task.Delay(Look)) != writing)
            {
                most = Math.Max(most, Environment.WorkingSet);
            }

            await writing;
            rates.Add(Signatures / watch.Elapsed.TotalSeconds);
            growths.Add((most - idle) / (1024.0 * 1024));
        }

        report.Table("Export of a million signatures", ["what", "measured", "wanted"],
        [
            ["rows/s", Report.Ratio(rates, r => r), "≥ 400,000"],
            ["memory above idle at most, MB", Report.Ratio(growths, g => g), "≤ 32"],
        ]);
    }
}
