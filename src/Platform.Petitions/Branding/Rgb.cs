using System.Globalization;

namespace Platform.Petitions.Branding;

/// <summary>A colour as screens mix it and stylesheets write it.</summary>
public readonly record struct Rgb(byte Red, byte Green, byte Blue)
{
    /// <summary>Relative luminance as WCAG 2 has it: 0 black, 1 white.</summary>
    public double Luminance => 0.2126 * Linear(Red) + 0.7152 * Linear(Green) + 0.0722 * Linear(Blue);

    /// <param name="text">What somebody typed: three or six hexadecimal digits, with or without their hash.</param>
    /// <returns>Null when it is no colour.</returns>
    public static Rgb? Parse(string? text)
    {
        var digits = (text ?? "").Trim();
        digits = digits.StartsWith('#') ? digits[1..] : digits;
        if (digits.Length == 3)
        {
            digits = string.Concat(digits.Select(digit => $"{digit}{digit}"));
        }

        return digits.Length == 6 && digits.All(char.IsAsciiHexDigit) && int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? new Rgb((byte)(value >> 16), (byte)(value >> 8), (byte)value)
            : null;
    }

    /// <summary>From 1, not to be told apart, to 21, black on white.</summary>
    public double Contrast(Rgb other)
    {
        var (one, two) = (Luminance + 0.05, other.Luminance + 0.05);
        return one > two ? one / two : two / one;
    }

    /// <summary>A part of this colour in another, as the stylesheet's <c>color-mix(in oklab, …)</c> does it.</summary>
    /// <param name="part">Of this one, 0 to 1.</param>
    public Rgb Mixed(double part, Rgb with) => Oklab.Of(this).Mixed(part, Oklab.Of(with)).ToRgb();

    public double[] Linears() => [Linear(Red), Linear(Green), Linear(Blue)];

    /// <param name="linear">Red, green and blue; beyond 0 and 1 they are cut.</param>
    public static Rgb OfLinear(double[] linear) => new(Step(linear[0]), Step(linear[1]), Step(linear[2]));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"#{Red:x2}{Green:x2}{Blue:x2}");

    private static double Linear(byte value) => value / 255.0 is var part && part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);

    private static byte Step(double linear) =>
        (byte)Math.Round(255 * Math.Clamp(linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.Pow(linear, 1 / 2.4) - 0.055, 0, 1));
}
