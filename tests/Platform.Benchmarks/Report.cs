using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Platform.Benchmarks.Stand;

namespace Platform.Benchmarks;

/// <summary>Collects the tables and writes them as Markdown, with the machine they are true of.</summary>
internal sealed class Report(BenchmarkOptions options, BenchmarkStand stand)
{
    private readonly StringBuilder body = new();

    public void Say(string sentence) => body.AppendLine(sentence).AppendLine();

    public void Table(string title, string[] heads, IEnumerable<string[]> lines)
    {
        body.AppendLine(CultureInfo.InvariantCulture, $"## {title}").AppendLine();
        body.AppendLine(CultureInfo.InvariantCulture, $"| {string.Join(" | ", heads)} |");
        body.AppendLine(CultureInfo.InvariantCulture, $"|{string.Concat(heads.Select(_ => "---|"))}");
        foreach (var line in lines)
        {
            body.AppendLine(CultureInfo.InvariantCulture, $"| {string.Join(" | ", line)} |");
        }

        body.AppendLine();
    }

    public string Text() => body.ToString();

    public async Task WriteAsync()
    {
        var version = await stand.AskAsync<string>("select split_part(version(), ' ', 2)");
        var head = new StringBuilder()
            .AppendLine("# What was measured").AppendLine()
            .AppendLine("Written by `dotnet run -c Release --project tests/Platform.Benchmarks`. Read the ratios: driver, host and PostgreSQL share the same processors, so every figure is")
            .AppendLine("what is left beside the other two. fsync and synchronous_commit are on, the variants of a round run one after the other, the web host runs in the role web with every protection on.").AppendLine()
            .AppendLine(CultureInfo.InvariantCulture, $"{TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm} UTC · {Environment.ProcessorCount} × {Processor()} · {RuntimeInformation.OSDescription} · .NET {Environment.Version} · PostgreSQL {version} · {options.Rounds} rounds of {options.Length.TotalSeconds:0} s · load average before: {load}").AppendLine();
        await File.WriteAllTextAsync(options.Out, head.Append(body).ToString().TrimEnd() + "\n");
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? double.NaN : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    /// <summary>Median of the rounds with the lowest and the highest.</summary>
    public static string Ratio<T>(IReadOnlyCollection<T> rounds, Func<T, double> of) =>
        $"{Number(Median(rounds.Select(of)))} ({Number(rounds.Min(of))} – {Number(rounds.Max(of))})";

    public static string Number(double value) => value.ToString(value < 10 ? "0.00" : value < 100 ? "0.0" : "#,0", CultureInfo.InvariantCulture);

    private readonly string load = File.Exists("/proc/loadavg") ? string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ')[..3]) : "unknown";

    private static string Processor() => File.Exists("/proc/cpuinfo")
        ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))?.Split(':', 2)[1].Trim() ?? "processor"
        : "processor";
}
