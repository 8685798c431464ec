namespace Platform.Petitions.Branding;

/// <summary>
/// What becomes of the colour an organisation chose: one for light pages and one for dark ones, each with the contrast that words need on
/// every ground of the house style. The hue stays, the lightness moves as little as it must; a colour that can be read stays as it is.
/// </summary>
public sealed record AccentColours(Rgb Light, Rgb Dark, bool Darker, bool Lighter)
{
    /// <summary>WCAG 2.2 AA for text, which is more than the 3 that buttons and bars need.</summary>
    public const double Enough = 4.5;

    private const int Halvings = 24;

    /// <summary>The grounds that site.css has; its tokens of the same names.</summary>
    public static readonly Grounds OnLight = new(Paper: new(0xfa, 0xf8, 0xf3), Sheet: new(0xff, 0xfe, 0xfb), Shade: new(0xf3, 0xef, 0xe6), OnAccent: new(0xff, 0xff, 0xff), Softness: 0.07);

    public static readonly Grounds OnDark = new(Paper: new(0x13, 0x14, 0x18), Sheet: new(0x1b, 0x1d, 0x23), Shade: new(0x22, 0x25, 0x2c), OnAccent: new(0x10, 0x13, 0x1c), Softness: 0.13);

    private static readonly Rgb Black = new(0, 0, 0);
    private static readonly Rgb White = new(255, 255, 255);

    public static AccentColours Of(Rgb chosen)
    {
        var (light, dark) = (Nearest(chosen, Black, OnLight), Nearest(chosen, White, OnDark));
        return new AccentColours(light, dark, light != chosen, dark != chosen);
    }

    /// <returns>Null for the platform's own, where nobody chose.</returns>
    public static AccentColours? Of(Rgb? chosen) => chosen is { } colour ? Of(colour) : null;

    /// <summary>For the head of a page.</summary>
    /// <param name="selector">Where they hold.</param>
    public string Style(string selector = ":root") => $"{selector}{{--brand-light:{Light};--brand-dark:{Dark}}}";

    /// <param name="end">Can be read on these grounds for sure.</param>
    private static Rgb Nearest(Rgb chosen, Rgb end, Grounds grounds)
    {
        if (grounds.Carry(chosen))
        {
            return chosen;
        }

        var seen = Oklab.Of(chosen);
        var (far, near) = (Oklab.Of(end).Lightness, seen.Lightness);
        var best = end;
        for (var step = 0; step < Halvings; step++)
        {
            var middle = (far + near) / 2;
            var tried = seen.At(middle).ToRgb();
            (far, near, best) = grounds.Carry(tried) ? (middle, near, tried) : (far, middle, best);
        }

        return best;
    }
}

/// <summary>What an accent lies on, in light or in dark.</summary>
/// <param name="OnAccent">Words on the accent itself.</param>
/// <param name="Softness">How much of the accent is in its soft ground, the rest being sheet.</param>
public sealed record Grounds(Rgb Paper, Rgb Sheet, Rgb Shade, Rgb OnAccent, double Softness)
{
    public Rgb Soft(Rgb accent) => accent.Mixed(Softness, Sheet);

    public bool Carry(Rgb accent) =>
        new[] { Paper, Sheet, Shade, OnAccent, Soft(accent) }.All(ground => accent.Contrast(ground) >= AccentColours.Enough);
}
