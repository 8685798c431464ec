using System.Security;
using NetVips;
using Platform.Petitions.Branding;
using Platform.Petitions.Pictures;

namespace Platform.Petitions.Sharing;

/// <summary>
/// Paints a card: the sheet of the page in small. Letters are set by Pango, which joins and turns them as their script needs;
/// a card for a language written from the right is the mirror of the other.
/// </summary>
internal sealed class CardPainter : IDisposable
{
    private const int Edge = 64;
    private const int Gap = 28;
    private const int Bar = 12;
    private const int Smallest = 30;
    private const int Quality = 88;

    private static readonly double[] Paper = [250, 248, 243];
    private static readonly double[] Ink = [28, 27, 24];
    private static readonly double[] Muted = [95, 91, 82];
    private static readonly Rgb House = new(33, 64, 154);
    private static readonly double[] Line = [221, 214, 200];

    private readonly ShareCard card;
    private readonly CardShape shape;
    private readonly byte[]? picture;
    private readonly double[] accent;
    private Image canvas;

    static CardPainter()
    {
        // A file is known once it was named; this one is asked for by family from then on.
        using var known = Image.Text(".", fontfile: CardFonts.Arabic);
    }

    private CardPainter(ShareCard card, CardShape shape, byte[]? picture)
    {
        (this.card, this.shape, this.picture) = (card, shape, picture);
        var colour = card.Accent ?? House;
        accent = [colour.Red, colour.Green, colour.Blue];
        canvas = Block(shape.Width, shape.Height, Paper);
    }

    /// <returns>A JPEG of the shape's size.</returns>
    public static byte[] Paint(ShareCard card, CardShape shape, byte[]? picture)
    {
        using var painter = new CardPainter(card, shape, picture);
        return painter.Paint();
    }

    public void Dispose() => canvas.Dispose();

    private byte[] Paint()
    {
        var sheet = PutPicture();
        var bottom = sheet.Top + sheet.Height - Edge;
        using (var site = Set(card.Site, CardFonts.Words, 28, sheet.Width, Muted))
        {
            Put(site, sheet, bottom - site.Height);
            bottom -= site.Height + Gap;
        }

        PutBar(sheet, bottom - Bar);
        bottom -= Bar + Gap;
        using (var count = Fitted(card.Count, 46, sheet.Width, 120, accent))
        {
            Put(count, sheet, bottom - count.Height);
            bottom -= count.Height + Gap;
        }

        var top = sheet.Top + Edge;
        using (var organisation = Fitted(card.Organisation, 30, sheet.Width, 80, Muted, CardFonts.Notes))
        {
            Put(organisation, sheet, top);
            top += organisation.Height + Gap;
        }

        using (var title = Fitted(card.Title, shape == CardShape.Wide ? 64 : 76, sheet.Width, bottom - top, Ink))
        {
            Put(title, sheet, top);
        }

        // Full colour resolution: letters on paper are all edges.
        return canvas.JpegsaveBuffer(q: Quality, subsampleMode: Enums.ForeignSubsample.Off, optimizeCoding: true, interlace: true, keep: Enums.ForeignKeep.None);
    }

    /// <summary>The picture fills the far side of a wide card and the upper part of a square one.</summary>
    /// <returns>What is left for words.</returns>
    private Sheet PutPicture()
    {
        if (picture is null)
        {
            return new Sheet(Edge, 0, shape.Width - 2 * Edge, shape.Height);
        }

        var (width, height) = shape == CardShape.Wide ? (shape.Width * 2 / 5, shape.Height) : (shape.Width, shape.Height * 2 / 5);
        using var cut = PictureCrop.Cut(picture, width, height, card.Focus);
        var wide = shape == CardShape.Wide;
        Replace(canvas.Insert(cut, wide && !card.RightToLeft ? shape.Width - width : 0, 0));
        return wide
            ? new Sheet(card.RightToLeft ? width + Edge : Edge, 0, shape.Width - width - 2 * Edge, shape.Height)
            : new Sheet(Edge, height, shape.Width - 2 * Edge, shape.Height - height);
    }

    private void PutBar(Sheet sheet, int top)
    {
        using var all = Block(sheet.Width, Bar, Line);
        Replace(canvas.Insert(all, sheet.Left, top));
        if (sheet.Width * card.Percent / 100 is var length and > 0)
        {
            using var done = Block(length, Bar, accent);
            Replace(canvas.Insert(done, card.RightToLeft ? sheet.Left + sheet.Width - length : sheet.Left, top));
        }
    }

    /// <summary>As large as it may be, and smaller until it fits.</summary>
    private static Image Fitted(string text, int size, int width, int height, double[] colour, CardFont? font = null)
    {
        while (true)
        {
            var set = Set(text, font ?? CardFonts.Words, size, width, colour);
            if ((set.Width <= width && set.Height <= height) || size <= Smallest)
            {
                return set;
            }

            set.Dispose();
            size -= 4;
        }
    }

    private static Image Set(string text, CardFont font, int size, int width, double[] colour)
    {
        using var letters = Image.Text(SecurityElement.Escape(text), font: $"{font.Families} {size}", width: width, dpi: 72, fontfile: font.Path, wrap: Enums.TextWrap.WordChar);
        using var flat = letters.NewFromImage(colour);
        using var painted = flat.Copy(interpretation: Enums.Interpretation.Srgb);
        return painted.Bandjoin(letters);
    }

    private void Put(Image words, Sheet sheet, int top)
    {
        using var over = canvas.Composite2(words, Enums.BlendMode.Over, x: card.RightToLeft ? sheet.Left + sheet.Width - words.Width : sheet.Left, y: top);
        Replace(over.Flatten());
    }

    private void Replace(Image painted)
    {
        canvas.Dispose();
        canvas = painted;
    }

    private static Image Block(int width, int height, double[] colour)
    {
        using var black = Image.Black(width, height);
        using var filled = black.NewFromImage(colour);
        return filled.Copy(interpretation: Enums.Interpretation.Srgb);
    }

    private readonly record struct Sheet(int Left, int Top, int Width, int Height);
}
