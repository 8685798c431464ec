using System.Globalization;

namespace Platform.Petitions.Desk;

/// <summary>Where the bars of a daily series stand in a drawing of 600 by 160.</summary>
public static class SeriesChart
{
    public const int Width = 600;
    public const int Height = 160;
    private const int Top = 22;
    private const int Bottom = 140;

    // Numbers above neighbouring days would lie on each other: the later one is written, the table holds them all.
    private const int NumberRoom = 48;

    public static IEnumerable<SeriesBar> Bars(IReadOnlyList<DeskDay> days)
    {
        var highest = Math.Max(1, days.Max(d => d.Confirmed));
        var step = (double)Width / days.Count;
        var numbered = Numbered(days, NumberRoom / step);
        return days.Select((day, place) =>
        {
            var height = day.Confirmed == 0 ? 0 : Math.Max(2, (Bottom - Top) * (double)day.Confirmed / highest);
            return new SeriesBar(day, Number(place * step + 2), Number(Bottom - height), Number(step - 4), Number(height), Number(place * step + step / 2), numbered.Contains(place));
        });
    }

    public static string Baseline => Number(Bottom);

    private static HashSet<int> Numbered(IReadOnlyList<DeskDay> days, double apart)
    {
        var chosen = new HashSet<int>();
        var last = double.PositiveInfinity;
        for (var place = days.Count - 1; place >= 0; place--)
        {
            if (days[place].Milestones.Count > 0 && last - place >= apart)
            {
                chosen.Add(place);
                last = place;
            }
        }

        return chosen;
    }

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}

public sealed record SeriesBar(DeskDay Day, string X, string Y, string Width, string Height, string Middle, bool Numbered);
