using NetVips;

namespace Platform.Petitions.Pictures;

/// <summary>Cuts a picture to a shape.</summary>
internal static class PictureCrop
{
    /// <param name="focus">The point at so many percent of the picture comes to stand at as many percent of the cut, as browsers do it; null lets the library look for what stands out.</param>
    public static Image Cut(byte[] picture, int width, int height, FocalPoint? focus)
    {
        if (focus is not { } point)
        {
            return Image.ThumbnailBuffer(picture, width, height: height, crop: Enums.Interesting.Attention, outputProfile: "srgb");
        }

        using var header = Image.NewFromBuffer(picture);
        var scale = Math.Max((double)width / header.Width, (double)height / header.Height);
        var (wide, high) = (Math.Max(width, (int)Math.Round(header.Width * scale)), Math.Max(height, (int)Math.Round(header.Height * scale)));
        using var scaled = Image.ThumbnailBuffer(picture, wide, height: high, size: Enums.Size.Force, outputProfile: "srgb");
        return scaled.Crop((wide - width) * point.X / FocalPoint.Most, (high - height) * point.Y / FocalPoint.Most, width, height);
    }
}
