namespace Platform.Petitions.Indexing;

/// <summary>One page in its languages: the main one at the plain address, the others at <c>?lang=</c>.</summary>
internal static class LanguageLinks
{
    public static List<LanguageLink> Of(Uri address, IEnumerable<string> languages, string main) =>
        [new(LanguageLink.AnyOther, address), .. languages.Select(l => new LanguageLink(l, In(address, l, main)))];

    public static Uri In(Uri address, string language, string main) =>
        language == main ? address : new Uri($"{address.AbsoluteUri}{(address.Query.Length > 0 ? '&' : '?')}lang={language}");
}
