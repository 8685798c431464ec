using System.Text.Encodings.Web;
using System.Text.Unicode;
using AngleSharp.Dom;
using Ganss.Xss;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Html;

namespace Platform.Core.Text;

/// <summary>
/// The one way from what people wrote to HTML: Markdown without HTML, then an allow-list, then the page's policy.
/// Pictures become links, because a remote picture would tell its host who reads a petition.
/// </summary>
public static class SafeMarkdown
{
    /// <summary>In UTF-16 units. Forms refuse longer texts; what still is longer is cut before it is parsed.</summary>
    public const int MaxLength = 40_000;

    private const int LowestHeading = 6;

    private static readonly MarkdownPipeline Pipeline =
        new MarkdownPipelineBuilder().DisableHtml().UseAutoLinks().UsePipeTables().UseEmphasisExtras().Build();

    private static readonly HtmlSanitizer Sanitizer = CreateSanitizer();

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static IHtmlContent Render(string? markdown) =>
        Parse(markdown) is { } document
            ? new HtmlString(Sanitizer.Sanitize(document.ToHtml(Pipeline)))
            : new HtmlString(Encoder.Encode(Limited(markdown)));

    /// <summary>The text without its marks on one line, for cards, descriptions and mails. Not encoded.</summary>
    public static string ToPlainText(string? markdown, int maxGraphemes)
    {
        if (Parse(markdown) is not { } document)
        {
            return CleanText.Shorten(CleanText.SingleLine(Limited(markdown)), maxGraphemes);
        }

        using var writer = new StringWriter();
        var renderer = new Markdig.Renderers.HtmlRenderer(writer)
        {
            EnableHtmlForBlock = false,
            EnableHtmlForInline = false,
            EnableHtmlEscape = false,
        };
        Pipeline.Setup(renderer);
        renderer.Render(document);
        return CleanText.Shorten(CleanText.SingleLine(writer.ToString()), maxGraphemes);
    }

    private static MarkdownDocument? Parse(string? markdown)
    {
        try
        {
            var document = Markdown.Parse(Limited(markdown), Pipeline);
            SettleHeadings(document);
            foreach (var picture in document.Descendants<LinkInline>().Where(link => link.IsImage))
            {
                picture.IsImage = false;
            }

            return document;
        }
        catch (ArgumentException)
        {
            // Markdig refuses brackets and quotes nested hundreds deep; nobody writes that for readers.
            return null;
        }
    }

    /// <summary>Writers choose levels by their looks. The page's own title is the only h1, and below it no level is skipped.</summary>
    private static void SettleHeadings(MarkdownDocument document)
    {
        var above = new Stack<int>();
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            while (above.TryPeek(out var level) && level >= heading.Level)
            {
                above.Pop();
            }

            above.Push(heading.Level);
            heading.Level = Math.Min(above.Count + 1, LowestHeading);
        }
    }

    private static string Limited(string? markdown)
    {
        var text = CleanText.MultiLine(markdown);
        if (text.Length <= MaxLength)
        {
            return text;
        }

        return text[..(char.IsHighSurrogate(text[MaxLength - 1]) ? MaxLength - 1 : MaxLength)];
    }

    private static HtmlSanitizer CreateSanitizer()
    {
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
            {
                "p", "br", "hr", "h2", "h3", "h4", "h5", "h6", "strong", "em", "del", "ins", "mark", "sub", "sup", "a",
                "blockquote", "ul", "ol", "li", "code", "pre", "table", "thead", "tbody", "tr", "th", "td",
            },
            AllowedAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href", "start", "rel" },
            UriAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href" },
            AllowedSchemes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "http", "https", "mailto" },
            AllowedCssProperties = new HashSet<string>(),
            AllowedAtRules = new HashSet<AngleSharp.Css.Dom.CssRuleType>(),
        });
        sanitizer.PostProcessNode += (_, step) =>
        {
            if (step.Node is IElement { LocalName: "a" } link)
            {
                FinishLink(link);
            }
        };
        return sanitizer;
    }

    private static void FinishLink(IElement link)
    {
        if (IsAllowed(link.GetAttribute("href")))
        {
            link.SetAttribute("rel", "nofollow ugc noopener");
            return;
        }

        // What it says stays readable; it only leads nowhere.
        link.RemoveAttribute("href");
    }

    // Relative addresses are refused as well: a petition's text must not press the platform's own buttons.
    private static bool IsAllowed(string? href) =>
        Uri.TryCreate(href, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeMailto
            || ((address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) && address.Host.Length > 0 && address.UserInfo.Length == 0));
}
