using System.Globalization;

namespace Platform.Benchmarks;

/// <summary>What the command line asked for.</summary>
internal sealed record BenchmarkOptions
{
    public const string Usage = "Usage: [--only steps,core,campaigns,growth,pump,streams,export,search] [--rounds 5] [--seconds 6] [--grow 1000000] [--data FOLDER] [--out FILE]";

    public string[] Only { get; private init; } = [];

    public int Rounds { get; private init; } = 5;

    /// <summary>How long each variant runs in each round.</summary>
    public TimeSpan Length { get; private init; } = TimeSpan.FromSeconds(6);

    /// <summary>Largest number of signatures a campaign holds in the growth curve.</summary>
    public int Grow { get; private init; } = 1_000_000;

    public string Data { get; private init; } = Path.Combine(Path.GetTempPath(), "undersigned-benchmarks");

    public string Out { get; private init; } = "tests/Platform.Benchmarks/RESULTS.md";

    public bool Runs(string section) => Only.Length == 0 || Only.Contains(section);

    /// <returns>Null for what it does not know.</returns>
    public static BenchmarkOptions? Parse(string[] args)
    {
        var options = new BenchmarkOptions();
        for (var i = 0; i + 1 < args.Length; i += 2)
        {
            var value = args[i + 1];
            options = args[i] switch
            {
                "--only" => options with { Only = value.Split(',') },
                "--rounds" => options with { Rounds = int.Parse(value, CultureInfo.InvariantCulture) },
                "--seconds" => options with { Length = TimeSpan.FromSeconds(int.Parse(value, CultureInfo.InvariantCulture)) },
                "--grow" => options with { Grow = int.Parse(value, CultureInfo.InvariantCulture) },
                "--data" => options with { Data = value },
                "--out" => options with { Out = value },
                _ => null!,
            };
            if (options is null)
            {
                return null;
            }
        }

        return args.Length % 2 == 0 ? options : null;
    }
}
