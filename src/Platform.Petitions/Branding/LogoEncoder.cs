using NetVips;
using Platform.Petitions.Pictures;

namespace Platform.Petitions.Branding;

/// <summary>Turns an upload into the one file of a logo: any shape, made to fit its place at twice the size it is shown in, what is transparent kept so.</summary>
internal static class LogoEncoder
{
    public const int MostBytes = 2 * 1024 * 1024;
    public const string Dark = "dark";
    public const string Light = "light";
    public const string Full = "full";

    /// <summary>Twice the place that <c>.logo</c> has in site.css.</summary>
    private const int Width = 480;
    private const int Height = 128;
    private const int Smallest = 32;
    private const int Quality = 90;

    /// <summary>Of all dots, from 0 to 255; a picture that covers nearly everything brings its own ground.</summary>
    private const double Covered = 250;
    private const double HalfBright = 128;

    /// <returns>The logo with its file, or the key of what is wrong.</returns>
    public static (Upload<Logo>? Logo, string? Problem) Encode(byte[] upload, string alt)
    {
        // Naming the other encoder also shuts the loaders that it shuts.
        if (!PictureEncoder.IsKnownType(upload))
        {
            return (null, "desk.picture-wrong-type");
        }

        try
        {
            using var header = Image.NewFromBuffer(upload, access: Enums.Access.Sequential, failOn: Enums.FailOn.Error);
            return (long)header.Width * header.PageHeight > PictureEncoder.MostPixels ? (null, "desk.picture-too-many-pixels")
                : Math.Max(header.Width, header.PageHeight) < Smallest ? (null, $"account.logo-small?min={Smallest}")
                : (Reencode(upload, alt), null);
        }
        catch (VipsException)
        {
            return (null, "desk.picture-unreadable");
        }
    }

    private static Upload<Logo> Reencode(byte[] upload, string alt)
    {
        using var scaled = Image.ThumbnailBuffer(upload, Width, height: Height, size: Enums.Size.Down, outputProfile: "srgb", failOn: Enums.FailOn.Error);
        using var pixels = scaled.CopyMemory();
        var logo = new Logo(Guid.NewGuid(), pixels.Width, pixels.Height, alt, ToneOf(pixels));
        return new Upload<Logo>(logo, logo.BlobName, pixels.WebpsaveBuffer(q: Quality, keep: Enums.ForeignKeep.None));
    }

    /// <summary>How bright its lines are, where they lie on nothing.</summary>
    private static string ToneOf(Image pixels)
    {
        if (!pixels.HasAlpha())
        {
            return Full;
        }

        using var cover = pixels[pixels.Bands - 1];
        if (cover.Avg() >= Covered)
        {
            return Full;
        }

        using var onBlack = pixels.Flatten();
        using var grey = onBlack.Colourspace(Enums.Interpretation.Bw);
        return grey.Avg() / Math.Max(cover.Avg(), 1) * 255 > HalfBright ? Light : Dark;
    }
}
