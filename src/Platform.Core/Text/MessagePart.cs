using Microsoft.AspNetCore.Html;

namespace Platform.Core.Text;

/// <summary>A piece of a message: text, a value, the number of the plural around it, or a choice.</summary>
internal abstract record MessagePart
{
    public virtual IEnumerable<string> Names => [];

    public abstract void Write(MessageContext context);
}

internal sealed record TextPart(string Text) : MessagePart
{
    public override void Write(MessageContext context) => context.WriteText(Text);
}

internal sealed record NumberPart : MessagePart
{
    public override void Write(MessageContext context) =>
        context.WriteText(new Formats(context.Language).Number(context.Number));
}

internal sealed record ValuePart(string Name) : MessagePart
{
    public override IEnumerable<string> Names => [Name];

    public override void Write(MessageContext context)
    {
        // A missing value must not take a page down: its name shows, and the tests find it.
        if (!context.TryFind(Name, out var value))
        {
            context.WriteText("{" + Name + "}");
        }
        else if (value is IHtmlContent html && context.Encoder is not null)
        {
            html.WriteTo(context.Writer, context.Encoder);
        }
        else
        {
            context.WriteText(new Formats(context.Language).Value(value));
        }
    }
}

internal sealed record PluralPart(
    string Name,
    IReadOnlyDictionary<long, Message> Exact,
    IReadOnlyDictionary<string, Message> Cases) : MessagePart
{
    public override IEnumerable<string> Names =>
        Exact.Values.Concat(Cases.Values).SelectMany(message => message.Placeholders).Prepend(Name);

    public override void Write(MessageContext context)
    {
        context.TryFind(Name, out var value);
        var number = ToNumber(value);
        Choose(number, context.Language).Write(context with { Number = number });
    }

    private Message Choose(long number, Language language)
    {
        if (Exact.TryGetValue(number, out var exact))
        {
            return exact;
        }

        return Cases.TryGetValue(PluralRules.Category(language.Code, number), out var message) ? message : Cases["other"];
    }

    private static long ToNumber(object? value) => value switch
    {
        long number => number,
        int number => number,
        short number => number,
        byte number => number,
        uint number => number,
        decimal number => (long)number,
        double number => (long)number,
        _ => 0,
    };
}

internal sealed record SelectPart(string Name, IReadOnlyDictionary<string, Message> Cases) : MessagePart
{
    public override IEnumerable<string> Names =>
        Cases.Values.SelectMany(message => message.Placeholders).Prepend(Name);

    public override void Write(MessageContext context)
    {
        context.TryFind(Name, out var value);
        var chosen = value switch
        {
            true => "true",
            false => "false",
            null => "other",
            _ => value.ToString() ?? "other",
        };
        (Cases.TryGetValue(chosen, out var message) ? message : Cases["other"]).Write(context);
    }
}
