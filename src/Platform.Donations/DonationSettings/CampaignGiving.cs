using Platform.Core.Tenancy;

namespace Platform.Donations.DonationSettings;

/// <summary>Whether a campaign's pages lead to its giving page. Off by default: no row.</summary>
public sealed class CampaignGiving : ITenantOwned
{
    private CampaignGiving()
    {
    }

    public CampaignGiving(Guid campaignId) => CampaignId = campaignId;

    public Guid TenantId { get; private set; }

    public Guid CampaignId { get; private set; }

    public bool On { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    public void Switch(bool on, DateTimeOffset now) => (On, ChangedAt) = (on, now);
}
