using System.Globalization;

namespace Platform.Petitions.Pictures;

/// <summary>The point of a picture that no crop may lose, in percent from its left and its upper edge.</summary>
public readonly record struct FocalPoint(int X, int Y)
{
    public const int Most = 100;

    /// <summary>Where a browser cuts to, in steps of ten percent: the stylesheet has these classes, because our policy lets no page style itself.</summary>
    public string Classes => string.Create(CultureInfo.InvariantCulture, $"fx-{Step(X)} fy-{Step(Y)}");

    private static int Step(int percent) => (percent + 5) / 10;
}
