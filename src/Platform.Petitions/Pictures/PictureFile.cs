using System.Globalization;

namespace Platform.Petitions.Pictures;

/// <summary>One of the files a picture is shown as: a width in a format.</summary>
public sealed record PictureFile(int Width, PictureFormat Format)
{
    /// <summary>What the sizes are made from; it is shown to nobody by this name.</summary>
    public const string Source = "source.jpg";

    public const int Largest = 1200;

    /// <summary>From a card on a phone to the lead picture on a fine screen.</summary>
    public static IReadOnlyList<int> Widths { get; } = [320, 640, 960, Largest];

    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Width}.{Format.Ending}");

    /// <returns>Null for a name that no picture has.</returns>
    public static PictureFile? Named(string name) =>
        name.Split('.') is [var width, var ending]
        && int.TryParse(width, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && Widths.Contains(number)
        && PictureFormat.All.FirstOrDefault(format => format.Ending == ending) is { } format
            ? new PictureFile(number, format)
            : null;

    /// <summary>Where it lies in the store.</summary>
    public static string BlobOf(Guid picture, string name) => string.Create(CultureInfo.InvariantCulture, $"pictures/{picture:N}/{name}");
}

/// <summary>Formats, the lightest first; every browser reads the last.</summary>
public sealed record PictureFormat(string Ending, string Type)
{
    public static readonly PictureFormat Avif = new("avif", "image/avif");
    public static readonly PictureFormat Webp = new("webp", "image/webp");
    public static readonly PictureFormat Jpeg = new("jpg", "image/jpeg");

    public static IReadOnlyList<PictureFormat> All { get; } = [Avif, Webp, Jpeg];
}
