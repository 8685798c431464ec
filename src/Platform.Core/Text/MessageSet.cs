namespace Platform.Core.Text;

/// <summary>The parsed messages of one language file, and the language that answers for what is missing in it.</summary>
internal sealed class MessageSet(
    IReadOnlyDictionary<string, string> texts,
    IReadOnlyDictionary<string, Message> messages,
    MessageSet? fallback)
{
    public static readonly MessageSet Empty =
        new(new Dictionary<string, string>(), new Dictionary<string, Message>(), null);

    public IReadOnlyDictionary<string, string> Texts => texts;

    public string Raw(string key) =>
        texts.TryGetValue(key, out var text) ? text : fallback?.Raw(key) ?? key;

    public Message? Find(string key) =>
        messages.TryGetValue(key, out var message) ? message : fallback?.Find(key);
}
