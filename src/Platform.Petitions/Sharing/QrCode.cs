using System.Globalization;
using System.Text;
using QRCoder;

namespace Platform.Petitions.Sharing;

/// <summary>Words for cameras: a square of dark and light squares, its quiet zone included.</summary>
/// <param name="Size">Squares along an edge.</param>
/// <param name="Path">An SVG path of the dark ones, a unit each.</param>
public sealed record QrCode(int Size, string Path)
{
    /// <summary>Dots of the picture for each square: enough for a poster.</summary>
    private const int DotsPerSquare = 24;

    public static QrCode Of(string words)
    {
        using var data = Data(words);
        var path = new StringBuilder();
        for (var y = 0; y < data.ModuleMatrix.Count; y++)
        {
            var row = data.ModuleMatrix[y];
            for (var x = 0; x < row.Count; x++)
            {
                var from = x;
                while (x < row.Count && row[x])
                {
                    x++;
                }

                if (x > from)
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{from} {y}h{x - from}v1h{from - x}z");
                }
            }
        }

        return new QrCode(data.ModuleMatrix.Count, path.ToString());
    }

    /// <summary>A picture for programs that take no drawings.</summary>
    public static byte[] Png(string words)
    {
        using var data = Data(words);
        using var picture = new PngByteQRCode(data);
        return picture.GetGraphic(DotsPerSquare);
    }

    /// <summary>A drawing for printers, sharp in any size.</summary>
    public string Svg() =>
        $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Size} {Size}" width="{Size * DotsPerSquare}" height="{Size * DotsPerSquare}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{Size}v{Size}H0z"/><path d="{Path}"/></svg>""";

    private static QRCodeData Data(string words) => QRCodeGenerator.GenerateQrCode(words, QRCodeGenerator.ECCLevel.M);
}
