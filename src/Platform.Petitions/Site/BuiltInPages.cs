using System.Collections.Concurrent;

namespace Platform.Petitions.Site;

/// <summary>The texts that come with the product: one Markdown file per page and language, its first line the title.</summary>
public static class BuiltInPages
{
    public static IReadOnlyList<string> Keys { get; } = ["how-it-works", "counting", "rules", "privacy", "cookies", "accessibility"];

    private static readonly ConcurrentDictionary<string, PageText?> Known = new(StringComparer.Ordinal);

    /// <returns>In the language or in English; null for a key that is none.</returns>
    public static PageText? Find(string key, string language) =>
        !Keys.Contains(key) ? null : Known.GetOrAdd($"{language}/{key}", Read) ?? Known.GetOrAdd($"en/{key}", Read);

    private static PageText? Read(string name)
    {
        using var file = typeof(BuiltInPages).Assembly.GetManifestResourceStream($"pages/{name}.md");
        if (file is null)
        {
            return null;
        }

        using var reader = new StreamReader(file);
        var title = reader.ReadLine() ?? "";
        return new PageText(title.TrimStart('#', ' '), reader.ReadToEnd().Trim(), name[..name.IndexOf('/', StringComparison.Ordinal)]);
    }
}

/// <param name="Body">Markdown.</param>
public sealed record PageText(string Title, string Body, string Language);
