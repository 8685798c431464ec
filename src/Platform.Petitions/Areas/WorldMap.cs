using System.Globalization;

namespace Platform.Petitions.Areas;

/// <summary>The countries of the world, drawn: <c>World/README.md</c> says from what and how.</summary>
public static class WorldMap
{
    private static readonly Lazy<Drawing> Drawn = new(Load);

    public static int Width => Drawn.Value.Width;

    public static int Height => Drawn.Value.Height;

    public static IReadOnlyList<CountryShape> Countries => Drawn.Value.Countries;

    private static Drawing Load()
    {
        using var reader = new StreamReader(typeof(WorldMap).Assembly.GetManifestResourceStream("world.txt")!);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var (width, height) = Pair(lines[0]);
        return new Drawing(width, height, [.. lines.Skip(1).Select(Country)]);
    }

    private static CountryShape Country(string line) => line.Split('\t') is [var code, var dot, var outline]
        ? new CountryShape(code, outline, dot.Length == 0 ? null : Pair(dot))
        : throw new InvalidDataException(line);

    private static (int, int) Pair(string text)
    {
        var parts = text.Split(' ');
        return (int.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    private sealed record Drawing(int Width, int Height, IReadOnlyList<CountryShape> Countries);
}

/// <param name="Code">ISO 3166.</param>
/// <param name="Outline">Path of an SVG; empty where it would be smaller than a hair.</param>
/// <param name="Dot">Where it stands, if it cannot be seen by its outline.</param>
public sealed record CountryShape(string Code, string Outline, (int X, int Y)? Dot);
