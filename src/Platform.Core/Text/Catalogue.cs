using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Platform.Core.Text;

/// <summary>All languages with their messages, read and parsed once. A malformed file stops the start, naming file and key.</summary>
public sealed class Catalogue
{
    private const string DefaultCode = "en";

    private Catalogue(IReadOnlyList<Language> languages)
    {
        Languages = languages;
        Default = languages.First(language => language.Code == DefaultCode);
    }

    /// <summary>English first, then by native name.</summary>
    public IReadOnlyList<Language> Languages { get; }

    public Language Default { get; }

    /// <summary>Reads the language files embedded in this assembly, and what modules add to them.</summary>
    /// <exception cref="FormatException">A file or message is malformed, or a module has a key that is somebody else's.</exception>
    public static Catalogue Load(params IReadOnlyList<Assembly> modules)
    {
        var own = LanguageFiles.In(typeof(Catalogue).Assembly);
        foreach (var (name, added) in modules.Where(module => module != typeof(Catalogue).Assembly).SelectMany(LanguageFiles.In))
        {
            own[name] = LanguageFiles.Join(name, own[name], added);
        }

        return Read(own);
    }

    /// <summary>Reads language files given as file name ("fr.json") and content.</summary>
    /// <exception cref="FormatException">A file or message is malformed.</exception>
    public static Catalogue Read(IReadOnlyDictionary<string, string> files)
    {
        if (!files.TryGetValue(DefaultCode + ".json", out var defaultFile))
        {
            throw new FormatException($"{DefaultCode}.json is missing: it answers for what other languages lack");
        }

        var fallback = ReadLanguage(DefaultCode + ".json", defaultFile, null);
        var others = files
            .Where(file => file.Key != DefaultCode + ".json")
            .Select(file => ReadLanguage(file.Key, file.Value, fallback.Messages))
            .OrderBy(language => language.NativeName, StringComparer.Ordinal);
        return new Catalogue([fallback, .. others]);
    }

    public Language? Find(string? code) =>
        Languages.FirstOrDefault(language => string.Equals(language.Code, code, StringComparison.OrdinalIgnoreCase));

    /// <summary>The best language for an Accept-Language header; the default when none fits or the header is broken.</summary>
    public Language Negotiate(string? acceptLanguageHeader)
    {
        if (acceptLanguageHeader is null || !StringWithQualityHeaderValue.TryParseList([acceptLanguageHeader], out var wishes))
        {
            return Default;
        }

        return wishes
            .Where(wish => wish.Quality is null or > 0)
            .OrderByDescending(wish => wish.Quality ?? 1)
            .Select(wish => Find(wish.Value.Value) ?? Find(PrimaryTag(wish.Value)))
            .FirstOrDefault(language => language is not null) ?? Default;
    }

    /// <summary>The unparsed message; falls back to English, then to the key itself.</summary>
    public string Raw(Language language, string key) => MessagesOf(language).Raw(key);

    /// <summary>What this language's own file says, without the fallback.</summary>
    public IReadOnlyDictionary<string, string> Keys(Language language) => MessagesOf(language).Texts;

    /// <summary>Names of the values a message takes; empty for an unknown key.</summary>
    public IReadOnlySet<string> Placeholders(Language language, string key) =>
        MessagesOf(language).Find(key)?.Placeholders ?? new HashSet<string>();

    private MessageSet MessagesOf(Language language) => (Find(language.Code) ?? Default).Messages;

    private static string PrimaryTag(StringSegment tag) => tag.Value!.Split('-')[0];

    private static Language ReadLanguage(string file, string json, MessageSet? fallback)
    {
        Dictionary<string, string> texts = new(StringComparer.Ordinal);
        Dictionary<string, Message> messages = new(StringComparer.Ordinal);
        JsonElement? head = null;
        try
        {
            using var document = JsonDocument.Parse(json);
            foreach (var entry in document.RootElement.EnumerateObject())
            {
                if (entry.Name == "$language")
                {
                    head = entry.Value.Clone();
                }
                else if (!texts.TryAdd(entry.Name, entry.Value.GetString() ?? ""))
                {
                    throw new FormatException($"{file}: {entry.Name} stands twice");
                }
                else
                {
                    messages.Add(entry.Name, ReadMessage(file, entry.Name, texts[entry.Name]));
                }
            }

            return Headed(Path.GetFileNameWithoutExtension(file), head ?? throw new FormatException($"{file}: $language is missing")) with { Messages = new MessageSet(texts, messages, fallback) };
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException or CultureNotFoundException)
        {
            throw new FormatException($"{file} is not a flat JSON object of texts with a $language head: {exception.Message}", exception);
        }
    }

    private static Language Headed(string code, JsonElement head)
    {
        var language = new Language(code, head.GetProperty("name").GetString()!, head.GetProperty("direction").GetString() == "rtl");
        return head.TryGetProperty("culture", out var culture) ? language with { Culture = CultureInfo.GetCultureInfo(culture.GetString()!) } : language;
    }

    private static Message ReadMessage(string file, string key, string text)
    {
        try
        {
            return MessageParser.Parse(text);
        }
        catch (FormatException exception)
        {
            throw new FormatException($"{file}: {key}: {exception.Message}", exception);
        }
    }
}
