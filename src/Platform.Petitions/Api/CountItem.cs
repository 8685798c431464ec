using Platform.Petitions.CampaignPage;

namespace Platform.Petitions.Api;

/// <summary>Confirmed signatures now.</summary>
/// <param name="Goal">The next goal: always above the count.</param>
/// <param name="Open">Whether signatures are taken.</param>
public sealed record CountItem(long Count, long Goal, int Percent, bool Open)
{
    internal static CountItem Of(CampaignView view) => new(view.Count, view.Goal, view.Percent, view.TakesSignatures);
}
