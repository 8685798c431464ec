using System.Globalization;
using System.Text.Encodings.Web;
using Platform.Petitions.CampaignPage;
using Platform.Petitions.Updates;

namespace Platform.Petitions.Api;

/// <summary>A part of the updates of one petition, newest first.</summary>
/// <param name="Total">How many there are to read.</param>
public sealed record UpdateList(int Total, IReadOnlyList<UpdateItem> Items, PageLinks Links);

/// <param name="Number">Unique within the petition, and kept for good.</param>
/// <param name="Language">In which it was written; there is no other.</param>
/// <param name="Body">Safe HTML.</param>
/// <param name="CorrectedAt">Null while it stands as it was published.</param>
public sealed record UpdateItem(int Number, string Language, string Title, string Body, Uri Url, DateTimeOffset PublishedAt, DateTimeOffset? CorrectedAt)
{
    internal static UpdateItem Of(UpdateText update, CampaignView campaign)
    {
        using var body = new StringWriter(CultureInfo.InvariantCulture);
        update.Body.WriteTo(body, HtmlEncoder.Default);
        var url = campaign.PublicBelow(FormattableString.Invariant($"/updates/{update.Number}"));
        return new UpdateItem(update.Number, update.Language, update.Title, body.ToString(), url, update.PublishedAt, update.CorrectedAt);
    }
}
