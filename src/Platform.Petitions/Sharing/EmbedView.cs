using Platform.Petitions.CampaignPage;

namespace Platform.Petitions.Sharing;

/// <summary>A petition inside another site's page.</summary>
/// <param name="CounterOnly">How many have signed and a link, without the form.</param>
/// <param name="Theme"><c>light</c>, <c>dark</c>, or <c>auto</c> as the reader's system.</param>
public sealed record EmbedView(CampaignView Campaign, bool CounterOnly, string Theme)
{
    /// <summary>Source code of signatures that come from frames.</summary>
    public const string Source = "embed";

    public static IReadOnlyList<string> Themes { get; } = ["auto", "light", "dark"];
}
