using System.Text.Encodings.Web;

namespace Platform.Core.Text;

/// <summary>One parsed message: a list of parts that write themselves.</summary>
internal sealed class Message(IReadOnlyList<MessagePart> parts)
{
    public bool IsPlain => parts is [] or [TextPart];

    public IReadOnlySet<string> Placeholders => parts.SelectMany(part => part.Names).ToHashSet(StringComparer.Ordinal);

    public string Format(Language language, IReadOnlyList<(string Name, object? Value)> values)
    {
        using var writer = new StringWriter();
        Write(new MessageContext(writer, null, language, values, 0));
        return writer.ToString();
    }

    public void Write(MessageContext context)
    {
        foreach (var part in parts)
        {
            part.Write(context);
        }
    }
}

/// <summary>What the parts of a message need while it is written. Without an encoder the output is plain text.</summary>
internal sealed record MessageContext(
    TextWriter Writer,
    HtmlEncoder? Encoder,
    Language Language,
    IReadOnlyList<(string Name, object? Value)> Values,
    long Number)
{
    public bool TryFind(string name, out object? value)
    {
        foreach (var (candidate, found) in Values)
        {
            if (candidate == name)
            {
                value = found;
                return true;
            }
        }

        value = null;
        return false;
    }

    public void WriteText(string text)
    {
        if (Encoder is null)
        {
            Writer.Write(text);
        }
        else
        {
            Encoder.Encode(Writer, text);
        }
    }
}
