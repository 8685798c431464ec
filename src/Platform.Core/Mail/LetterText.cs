using System.Globalization;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Platform.Core.Mail;

/// <summary>The text part: complete on its own, lines as long as their sentences.</summary>
internal static class LetterText
{
    private const char RightToLeftMark = '\u200F';

    public static string Write(Letter letter, LetterWords words)
    {
        var rightToLeft = letter.Language.RightToLeft;
        var document = LetterMarkdown.Parse(letter.Body);
        var lines = Turned(Blocks(document), rightToLeft).ToList();
        if (letter.Told is { } told)
        {
            lines.AddRange(Turned(Blocks(LetterMarkdown.ParseTyped(told.Markdown)), told.RightToLeft));
        }

        lines.AddRange(Turned(Foot(letter, words), rightToLeft));
        return string.Concat(lines.Select(line => line + "\r\n"));
    }

    private static List<string> Foot(Letter letter, LetterWords words)
    {
        var lines = new List<string>();
        if (letter.Button is { } button)
        {
            lines.AddRange([Plain(button.Label), button.Address.AbsoluteUri, ""]);
        }

        if (letter.Code is { } code)
        {
            lines.AddRange([Plain(letter.Button is null ? words.Code : words.OrCode), code, ""]);
        }

        // Mail programs know "-- " as the start of the signature and fold it away in answers.
        lines.AddRange(["-- ", Plain(letter.Why)]);
        if (letter.Unsubscribe is { } page)
        {
            lines.AddRange([Plain(letter.UnsubscribeLabel ?? words.Unsubscribe), page.AbsoluteUri]);
        }

        return lines;
    }

    public static string FirstLine(MarkdownDocument document) =>
        document.OfType<ParagraphBlock>().Select(paragraph => Inline(paragraph.Inline).Split('\n')[0]).FirstOrDefault() ?? "";

    private static IEnumerable<string> Blocks(ContainerBlock container)
    {
        foreach (var block in container)
        {
            foreach (var line in Lines(block))
            {
                yield return line;
            }

            if (block is not LinkReferenceDefinitionGroup && !(container is ListItemBlock && block == container[^1]))
            {
                yield return "";
            }
        }
    }

    private static IEnumerable<string> Lines(Block block) => block switch
    {
        ListBlock list => list.OfType<ListItemBlock>().SelectMany((item, index) => Item(list, item, index)),
        QuoteBlock quote => Blocks(quote).SkipLast(1).Select(line => $"> {line}".TrimEnd()),
        ContainerBlock container and not LinkReferenceDefinitionGroup => Blocks(container),
        ThematicBreakBlock => ["* * *"],
        LeafBlock { Inline: { } inline } => Inline(inline).Split('\n'),
        CodeBlock code => code.Lines.ToString().Split('\n'),
        _ => [],
    };

    private static IEnumerable<string> Item(ListBlock list, ListItemBlock item, int index)
    {
        var start = int.TryParse(list.OrderedStart, CultureInfo.InvariantCulture, out var first) ? first : 1;
        var marker = list.IsOrdered ? string.Create(CultureInfo.InvariantCulture, $"{start + index}. ") : "- ";
        var indent = new string(' ', marker.Length);
        return Blocks(item).Select((line, number) => ((number == 0 ? marker : indent) + line).TrimEnd());
    }

    private static string Inline(ContainerInline? container) => string.Concat((container ?? []).Select(inline => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        LineBreakInline lineBreak => lineBreak.IsHard ? "\n" : " ",
        CodeInline code => code.Content,
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        AutolinkInline link => link.Url,
        LinkInline link => Link(Inline(link), link.Url ?? ""),
        ContainerInline inner => Inline(inner),
        _ => "",
    }));

    private static string Link(string label, string address) =>
        label.Length == 0 || label == address || "mailto:" + label == address ? address : $"{label} ({address})";

    private static IEnumerable<string> Turned(IEnumerable<string> lines, bool rightToLeft) => rightToLeft ? lines.Select(Turn) : lines;

    /// <summary>A line that begins with a Latin word would be laid out from the left by programs that guess by the first letter.</summary>
    private static string Turn(string line)
    {
        var bare = line.Length == 0 || line == "-- " || TypedText.StartsRightToLeft(line)
            || line.StartsWith("http", StringComparison.Ordinal) || line.All(char.IsAsciiDigit);
        return bare ? line : RightToLeftMark + line;
    }

    private static string Plain(string text) => TypedText.Defuse(TypedText.Sentence(text));
}
