namespace Platform.Petitions.ShareTexts;

/// <summary>Ways of passing a link on that take words with it, as source codes name them. Facebook and a copied link take none.</summary>
public static class ShareChannels
{
    /// <summary>The device's own share menu.</summary>
    public const string Menu = "menu";
    public const string WhatsApp = "whatsapp";
    public const string Telegram = "telegram";
    public const string X = "x";
    public const string Mail = "mail";

    public static IReadOnlyList<string> All { get; } = [Menu, WhatsApp, Telegram, X, Mail];
}
