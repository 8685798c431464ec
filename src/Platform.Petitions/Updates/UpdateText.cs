using Microsoft.AspNetCore.Html;
using Platform.Core.Text;
using Platform.Petitions.CampaignPage;

namespace Platform.Petitions.Updates;

/// <summary>An update as strangers read it.</summary>
/// <param name="Markdown">Its words as they were written.</param>
public sealed record UpdateText(int Number, string Language, string Title, string Markdown, DateTimeOffset PublishedAt, DateTimeOffset? CorrectedAt)
{
    private const int SummaryLength = 280;

    public string Direction => TextDirections.Of(Language);

    public IHtmlContent Body => SafeMarkdown.Render(Markdown);

    /// <summary>How it begins, without marks; up to its first heading, which would run into the words.</summary>
    public string Summary => SafeMarkdown.ToPlainText(Markdown.IndexOf("\n#", StringComparison.Ordinal) is > 0 and var heading ? Markdown[..heading] : Markdown, SummaryLength);

    /// <summary>Of one that may be published or is; a draft shows the number and time it would have.</summary>
    public static UpdateText Of(CampaignUpdate update, int next, DateTimeOffset now) =>
        new(update.Number ?? next, update.Language, update.Title, update.Body, update.PublishedAt ?? now, update.CorrectedAt);
}

/// <summary>What a campaign's page shows of its updates.</summary>
/// <param name="Newest">The last few.</param>
/// <param name="Count">All that can be read.</param>
public sealed record UpdateGlance(IReadOnlyList<UpdateText> Newest, int Count)
{
    public static UpdateGlance None { get; } = new([], 0);
}
