using Platform.Core.Modules;

namespace Platform.Donations.Giving;

/// <summary>Where somebody gives: to a campaign of an organisation, or to the platform itself.</summary>
/// <param name="Campaign">Null for the platform.</param>
/// <param name="Path">Local address of the giving page.</param>
/// <param name="Address">The same for Stripe and mails.</param>
public sealed record GivingPlace(CampaignEntry? Campaign, string Recipient, string Path, Uri Address);
