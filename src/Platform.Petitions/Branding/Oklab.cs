namespace Platform.Petitions.Branding;

/// <summary>
/// A colour as eyes see it, after Björn Ottosson: lightness, green to red, blue to yellow. Lightness moves without the hue, which is what
/// "the same colour, only darker" means.
/// </summary>
public readonly record struct Oklab(double Lightness, double A, double B)
{
    // Less than half a step of a screen.
    private const double Tolerance = 0.0005;
    private const int Halvings = 20;

    public double Chroma => Math.Sqrt(A * A + B * B);

    /// <summary>In radians.</summary>
    public double Hue => Math.Atan2(B, A);

    public static Oklab Of(Rgb colour)
    {
        var rgb = colour.Linears();
        var l = Math.Cbrt(0.4122214708 * rgb[0] + 0.5363325363 * rgb[1] + 0.0514459929 * rgb[2]);
        var m = Math.Cbrt(0.2119034982 * rgb[0] + 0.6806995451 * rgb[1] + 0.1073969566 * rgb[2]);
        var s = Math.Cbrt(0.0883024619 * rgb[0] + 0.2817188376 * rgb[1] + 0.6299787005 * rgb[2]);
        return new Oklab(
            0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s);
    }

    /// <param name="part">Of this one, 0 to 1.</param>
    public Oklab Mixed(double part, Oklab with) =>
        new(part * Lightness + (1 - part) * with.Lightness, part * A + (1 - part) * with.A, part * B + (1 - part) * with.B);

    public Rgb ToRgb() => Rgb.OfLinear(Linears());

    /// <summary>The same hue at another lightness, as strong as a screen can show it there and never stronger than it was.</summary>
    public Oklab At(double lightness)
    {
        var whole = this with { Lightness = lightness };
        if (whole.IsShown)
        {
            return whole;
        }

        var (shown, beyond) = (0.0, 1.0);
        for (var step = 0; step < Halvings; step++)
        {
            var middle = (shown + beyond) / 2;
            (shown, beyond) = whole.Weakened(middle).IsShown ? (middle, beyond) : (shown, middle);
        }

        return whole.Weakened(shown);
    }

    private Oklab Weakened(double part) => new(Lightness, part * A, part * B);

    private bool IsShown => Array.TrueForAll(Linears(), part => part is > -Tolerance and < 1 + Tolerance);

    private double[] Linears()
    {
        var l = Cube(Lightness + 0.3963377774 * A + 0.2158037573 * B);
        var m = Cube(Lightness - 0.1055613458 * A - 0.0638541728 * B);
        var s = Cube(Lightness - 0.0894841775 * A - 1.2914855480 * B);
        return
        [
            4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
            -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
            -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s,
        ];
    }

    private static double Cube(double value) => value * value * value;
}
