using System.Globalization;
using System.Text;

namespace Platform.Core.Text;

/// <summary>
/// Reads the useful part of ICU MessageFormat: {name}, {count, plural, =0 {…} one {#…} other {…}}, {x, select, a {…} other {…}}.
/// One thing differs on purpose: an apostrophe is only an apostrophe (French has many); a literal brace or # is written \{ \} \#.
/// </summary>
internal sealed class MessageParser
{
    private static readonly HashSet<string> PluralCategories = ["zero", "one", "two", "few", "many", "other"];

    private readonly string text;
    private int at;

    private MessageParser(string text) => this.text = text;

    /// <exception cref="FormatException">The message is malformed; the message of the exception says where.</exception>
    public static Message Parse(string text)
    {
        var parser = new MessageParser(text);
        var message = parser.ReadMessage(insideChoice: false, insidePlural: false);
        return parser.at == text.Length ? message : throw parser.Malformed("a closing brace without its opening one");
    }

    private Message ReadMessage(bool insideChoice, bool insidePlural)
    {
        var parts = new List<MessagePart>();
        var literal = new StringBuilder();
        while (at < text.Length && text[at] != '}')
        {
            if (text[at] == '\\' && at + 1 < text.Length && text[at + 1] is '{' or '}' or '#')
            {
                literal.Append(text[at + 1]);
                at += 2;
            }
            else if (text[at] == '{')
            {
                Flush(literal, parts);
                parts.Add(ReadPlaceholder(insidePlural));
            }
            else if (text[at] == '#' && insidePlural)
            {
                Flush(literal, parts);
                parts.Add(new NumberPart());
                at++;
            }
            else
            {
                literal.Append(text[at++]);
            }
        }

        if (insideChoice && at == text.Length)
        {
            throw Malformed("a choice that is not closed");
        }

        Flush(literal, parts);
        return new Message(parts);
    }

    private static void Flush(StringBuilder literal, List<MessagePart> parts)
    {
        if (literal.Length > 0)
        {
            parts.Add(new TextPart(literal.ToString()));
            literal.Clear();
        }
    }

    private MessagePart ReadPlaceholder(bool insidePlural)
    {
        Expect('{');
        var name = ReadWord("a placeholder's name");
        if (TryTake('}'))
        {
            return new ValuePart(name);
        }

        Expect(',');
        var kind = ReadWord("plural or select");
        Expect(',');
        return kind switch
        {
            "plural" => ReadPlural(name),
            "select" => ReadSelect(name, insidePlural),
            _ => throw Malformed($"'{kind}' where plural or select belongs"),
        };
    }

    private PluralPart ReadPlural(string name)
    {
        var exact = new Dictionary<long, Message>();
        var cases = new Dictionary<string, Message>(StringComparer.Ordinal);
        foreach (var (label, message) in ReadCases(insidePlural: true))
        {
            var added = label[0] == '='
                ? exact.TryAdd(ReadExact(label), message)
                : PluralCategories.Contains(label) && cases.TryAdd(label, message);
            if (!added)
            {
                throw Malformed($"'{label}' is no plural case, or stands twice");
            }
        }

        return cases.ContainsKey("other") ? new PluralPart(name, exact, cases) : throw Malformed("a plural without other");
    }

    private SelectPart ReadSelect(string name, bool insidePlural)
    {
        var cases = new Dictionary<string, Message>(StringComparer.Ordinal);
        foreach (var (label, message) in ReadCases(insidePlural))
        {
            if (!cases.TryAdd(label, message))
            {
                throw Malformed($"'{label}' stands twice");
            }
        }

        return cases.ContainsKey("other") ? new SelectPart(name, cases) : throw Malformed("a select without other");
    }

    private List<(string Label, Message Message)> ReadCases(bool insidePlural)
    {
        var cases = new List<(string, Message)>();
        while (!TryTake('}'))
        {
            var label = ReadWord("a case");
            Expect('{');
            cases.Add((label, ReadMessage(insideChoice: true, insidePlural)));
            Expect('}', skipSpace: false);
        }

        return cases;
    }

    private long ReadExact(string label) =>
        long.TryParse(label.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Malformed($"'{label}' is no number");

    private string ReadWord(string what)
    {
        SkipSpace();
        var start = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '_' or '-' or '='))
        {
            at++;
        }

        var word = text[start..at];
        SkipSpace();
        return word.Length > 0 ? word : throw Malformed($"{what} is missing");
    }

    private bool TryTake(char wanted)
    {
        SkipSpace();
        if (at >= text.Length || text[at] != wanted)
        {
            return false;
        }

        at++;
        return true;
    }

    private void Expect(char wanted, bool skipSpace = true)
    {
        if (skipSpace)
        {
            SkipSpace();
        }

        if (at >= text.Length || text[at] != wanted)
        {
            throw Malformed($"'{wanted}' is missing");
        }

        at++;
    }

    private void SkipSpace()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }
    }

    private FormatException Malformed(string what) => new($"{what}, at character {at + 1}");
}
