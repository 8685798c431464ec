namespace Platform.Petitions.Sharing;

/// <summary>The letters of cards, as files: servers have no fonts of their own.</summary>
internal static class CardFonts
{
    public static CardFont Words { get; } = new("Undersigned Card Serif, Undersigned Card Arabic", "card-serif.ttf");

    public static CardFont Notes { get; } = new("Undersigned Card Sans, Undersigned Card Arabic", "card-sans.ttf");

    /// <summary>Added beside the others; its family is named by both.</summary>
    public static string Arabic { get; } = PathOf("card-arabic.ttf");

    public static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "card-fonts", file);
}

/// <param name="Families">Asked for each letter in this order; what none of them has, a font of the system.</param>
internal sealed record CardFont(string Families, string File)
{
    public string Path { get; } = CardFonts.PathOf(File);
}
