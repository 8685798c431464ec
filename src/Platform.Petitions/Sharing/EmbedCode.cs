using System.Net;
using Platform.Core.Tenancy;
using Platform.Petitions.CampaignPage;

namespace Platform.Petitions.Sharing;

/// <summary>The line of HTML that puts a petition onto another site.</summary>
public static class EmbedCode
{
    /// <summary>Height before the frame has said its own, and where scripts are off.</summary>
    public const int Height = 720;

    /// <summary>A frame with a plain link inside, and the script that fits its height; without the script it works and scrolls.</summary>
    public static string Of(CampaignView view, Links links, int? maxWidth = null)
    {
        var frame = view.PublicBelow($"/embed?lang={view.TextLanguage}");
        var (source, page, title) = (WebUtility.HtmlEncode(frame.AbsoluteUri), WebUtility.HtmlEncode(view.PublicAddress.AbsoluteUri), WebUtility.HtmlEncode(view.Title));
        var width = maxWidth is { } most ? $"max-width:{most}px;" : "";
        return $"""<iframe src="{source}" title="{title}" data-undersigned loading="lazy" height="{Height}" style="width:100%;{width}border:0"><a href="{page}">{title}</a></iframe><script async src="{WebUtility.HtmlEncode(links.To("/js/embed.js").AbsoluteUri)}"></script>""";
    }
}
