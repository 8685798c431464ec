using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Platform.Core.Text;

/// <summary>
/// Every text a person sees comes from here. Scoped: the language is set once per request or mail.
/// An unknown key shows as itself and a missing value as its name, so no text can take a page down.
/// </summary>
public sealed class Localiser(Catalogue catalogue)
{
    public Language Language { get; set; } = catalogue.Default;

    public Formats Formats => new(Language);

    public string this[string key] => Text(key, []);

    /// <summary>Whole numbers are written in the language's digits; names in the other direction are isolated.</summary>
    public string this[string key, params (string Name, object? Value)[] values] => Text(key, values);

    /// <summary>Text and values are encoded; values that are IHtmlContent go in as they are (a link inside a sentence).</summary>
    public IHtmlContent Html(string key, params (string Name, object? Value)[] values) =>
        Language.Messages.Find(key) is { } message
            ? new MessageContent(message, Language, values)
            : new HtmlContentBuilder().Append(key);

    public Localiser For(Language language) => new(catalogue) { Language = language };

    private string Text(string key, (string Name, object? Value)[] values) => Language.Messages.Find(key) switch
    {
        null => key,
        var message => message.Format(Language, values),
    };

    private sealed class MessageContent(Message message, Language language, (string, object?)[] values) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder) =>
            message.Write(new MessageContext(writer, encoder, language, values, 0));
    }
}
