using System.Globalization;

namespace Platform.Petitions.Pictures;

/// <summary>A picture as pages show it.</summary>
/// <param name="Width">Of its largest size.</param>
public sealed record PictureView(Guid Id, int Width, int Height, string Alt)
{
    /// <summary>What it is mostly made of, as six hexadecimal digits; null for pictures from before it was asked.</summary>
    public string? Colour { get; init; }

    /// <summary>Null where the organiser chose none: then the middle.</summary>
    public FocalPoint? Focus { get; init; }

    /// <summary>On this site; by itself it is the large JPEG.</summary>
    public string Address => string.Create(CultureInfo.InvariantCulture, $"/pictures/{Id:N}");

    /// <summary>Null for a campaign without one.</summary>
    /// <param name="picture">The row of it.</param>
    public static PictureView? Of(Campaigns.Campaign campaign, Campaigns.Picture? picture) => picture is null
        ? null
        : new PictureView(picture.Id, picture.Width, picture.Height, campaign.PictureAlt ?? "") { Colour = picture.Colour, Focus = campaign.PictureFocus };

    /// <summary>A format's files as <c>srcset</c> lists them: up to the picture's own width, which the first larger name carries.</summary>
    public string Set(PictureFormat format, int most = PictureFile.Largest)
    {
        var enough = PictureFile.Widths.FirstOrDefault(width => width >= Math.Min(Width, most), PictureFile.Largest);
        return string.Join(", ", PictureFile.Widths.Where(width => width <= enough)
            .Select(width => string.Create(CultureInfo.InvariantCulture, $"{Address}/{new PictureFile(width, format).Name} {Math.Min(width, Width)}w")));
    }
}
