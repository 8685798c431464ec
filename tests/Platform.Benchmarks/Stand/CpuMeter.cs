using System.Globalization;

namespace Platform.Benchmarks.Stand;

/// <summary>Processor time of a server and its children, as Linux counts it: the ones that ended are in their parent's account.</summary>
internal sealed class CpuMeter(int postmaster)
{
    private const int TicksPerSecond = 100;

    public TimeSpan Read()
    {
        long ticks = 0;
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var pid) || Stat(folder) is not { } stat)
            {
                continue;
            }

            // After the name in brackets: state, parent, … and from the twelfth on user, system and both of ended children.
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            if (pid == postmaster)
            {
                ticks += Sum(fields, 11, 4);
            }
            else if (fields[1] == postmaster.ToString(CultureInfo.InvariantCulture))
            {
                ticks += Sum(fields, 11, 2);
            }
        }

        return TimeSpan.FromSeconds((double)ticks / TicksPerSecond);
    }

    private static long Sum(string[] fields, int from, int count) => fields.Skip(from).Take(count).Sum(f => long.Parse(f, CultureInfo.InvariantCulture));

    private static string? Stat(string folder)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, "stat"));
        }
        catch (IOException)
        {
            // It ended while we looked.
            return null;
        }
    }
}
