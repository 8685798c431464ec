using System.Globalization;
using Platform.Benchmarks.Naive;
using Platform.Benchmarks.Rows;
using Platform.Benchmarks.Stand;

namespace Platform.Benchmarks;

/// <summary>
/// Measures the signing engine against PostgreSQL itself and against the naive way of building it, in interleaved rounds on this
/// machine. One command; it starts all it needs and writes RESULTS.md beside its source.
/// </summary>
internal static class BenchmarkProgram
{
    private static async Task<int> Main(string[] args)
    {
        if (args is [Hosts.Naive, var port, var connection])
        {
            await NaiveHost.RunAsync(int.Parse(port, CultureInfo.InvariantCulture), connection);
            return 0;
        }

        if (BenchmarkOptions.Parse(args) is not { } options)
        {
            await Console.Error.WriteLineAsync(BenchmarkOptions.Usage);
            return 2;
        }

        await using var stand = await BenchmarkStand.StartAsync(options);
        var report = new Report(options, stand);
        foreach (var section in Sections.All.Where(s => options.Runs(s.Name)))
        {
            Console.WriteLine($"== {section.Name}");
            await section.RunAsync(stand, report);
            await report.WriteAsync();
        }

        Console.WriteLine(report.Text());
        return 0;
    }
}
