namespace Platform.Petitions.Signing;

/// <summary>What somebody typed, kept in their own browser until they confirm, so that the next page can name the address and change it.</summary>
public sealed record SentForm(Guid Campaign, string Name, string Email, string? Country, string? Postcode, bool ShowName, bool WantsUpdates, string Lang, string? From, string? Key)
{
    /// <param name="form">Valid.</param>
    public static SentForm Of(SignForm form, GateCampaign campaign, string language) =>
        new(campaign.Id, form.Name!, form.Email!, form.Country, form.Postcode, form.ShowName, form.WantsUpdates, language, form.From, form.Key);
}
