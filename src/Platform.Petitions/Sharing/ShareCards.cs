using System.Globalization;
using Platform.Core.Text;
using Platform.Petitions.CampaignPage;
using Platform.Petitions.Pictures;

namespace Platform.Petitions.Sharing;

/// <summary>Cards of campaigns, painted once and kept beside the pictures.</summary>
public sealed class ShareCards(IBlobStore blobs, PictureFiles pictures, Catalogue catalogue, Localiser texts)
{
    // Painting takes two decoded pictures' worth of memory; the rest of a crowd waits for the first card and finds it kept.
    private static readonly SemaphoreSlim Painters = new(1);

    /// <param name="view">A campaign whose words and count are shown.</param>
    /// <returns>The card in the language of the view's words.</returns>
    public ShareCard Of(CampaignView view)
    {
        var words = texts.For(catalogue.Find(view.TextLanguage) ?? catalogue.Default);
        var rounded = ShareCard.RoundDown(view.Count);
        var count = view.Count == 0 && view.TakesSignatures
            ? words["share-card.first"]
            : words[rounded == view.Count ? "share-card.signed" : "share-card.signed-more", ("count", rounded)];
        return new ShareCard(view.Title, view.OrganisationName, count, view.Percent, words["layout.name"], view.TextDirection == "rtl", view.Picture?.Id, view.Picture?.Focus, view.Accent);
    }

    /// <summary>Where it is shown. The address changes with the card, so that nobody keeps an old one for it.</summary>
    public static Uri Address(CampaignView view, ShareCard card, CardShape shape) =>
        view.PublicBelow($"/{shape.Name}.jpg?lang={view.TextLanguage}&v={card.Version}");

    public async Task<Stream> OpenAsync(Guid campaign, ShareCard card, CardShape shape, CancellationToken ct)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"cards/{campaign:N}/{shape.Name}-{card.Version}.jpg");
        if (await blobs.OpenAsync(name, ct) is { } kept)
        {
            return kept;
        }

        await Painters.WaitAsync(ct);
        try
        {
            if (await blobs.OpenAsync(name, ct) is { } painted)
            {
                return painted;
            }

            var picture = card.Picture is { } id ? await pictures.SourceAsync(id, ct) : null;
            var bytes = await Task.Run(() => CardPainter.Paint(card, shape, picture), ct);
            await blobs.WriteAsync(name, bytes, ct);
            return new MemoryStream(bytes, writable: false);
        }
        finally
        {
            Painters.Release();
        }
    }
}
