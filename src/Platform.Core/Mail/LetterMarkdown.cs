using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Platform.Core.Mail;

/// <summary>The body of a letter as a tree, without what a mail must not carry: raw HTML, pictures, odd schemes.</summary>
internal static class LetterMarkdown
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();

    public static MarkdownDocument Parse(string body)
    {
        var document = Markdown.Parse(body, Pipeline);
        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            if (link.IsImage || !MayBeLinked(link.Url))
            {
                link.MoveChildrenAfter(link);
                link.Remove();
            }
        }

        foreach (var link in document.Descendants<AutolinkInline>().ToList())
        {
            if (!link.IsEmail && !MayBeLinked(link.Url))
            {
                link.ReplaceBy(new LiteralInline(link.Url));
            }
        }

        return document;
    }

    /// <summary>Of somebody else's text: what no parser takes is quoted as it stands.</summary>
    public static MarkdownDocument ParseTyped(string text)
    {
        try
        {
            return Parse(text);
        }
        catch (ArgumentException)
        {
            return Parse(TypedText.Quote(text));
        }
    }

    /// <summary>Mail programs drop style sheets, so each element carries its own style; the class is for dark mode.</summary>
    public static string ToHtml(MarkdownDocument document, bool rightToLeft)
    {
        foreach (var node in document.Descendants())
        {
            if (LetterLook.Of(node, rightToLeft) is var (look, style))
            {
                var attributes = node.GetAttributes();
                attributes.AddPropertyIfNotExist("style", style);
                if (look.Length > 0)
                {
                    attributes.AddClass(look);
                }
            }
        }

        return document.ToHtml(Pipeline);
    }

    private static bool MayBeLinked(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeMailto);
}
