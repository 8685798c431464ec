using Platform.Benchmarks.Stand;

namespace Platform.Benchmarks.Rows;

/// <summary>One part of the report, measured on its own.</summary>
internal interface ISection
{
    string Name { get; }

    Task RunAsync(BenchmarkStand stand, Report report);
}

internal static class Sections
{
    public static IReadOnlyList<ISection> All { get; } = [new StepsSection(), new CoreSection(), new CampaignsSection(), new GrowthSection(), new PumpSection(), new StreamsSection(), new ExportSection(), new SearchSection()];
}
