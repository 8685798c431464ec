using Platform.Core.Tenancy;

namespace Platform.Petitions.Counting;

/// <summary>What a count was at a moment. Growth over a window is the count less the last sample before the window began.</summary>
public sealed class CountSample : ITenantOwned
{
    public Guid TenantId { get; private set; }

    public Guid CampaignId { get; private set; }

    public DateTimeOffset At { get; private set; }

    public long Confirmed { get; private set; }
}
