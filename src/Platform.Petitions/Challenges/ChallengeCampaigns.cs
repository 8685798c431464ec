using Platform.Petitions.Database;
using Platform.Petitions.Live;

namespace Platform.Petitions.Challenges;

/// <summary>Begins the challenge of campaigns by itself, or lets it go on. It ends by the clock when nobody asks for more.</summary>
public sealed class ChallengeCampaigns(EngineDataSource source, CampaignChanges changes)
{
    /// <summary>After what one node or several saw within some minutes.</summary>
    public static readonly TimeSpan AfterBurst = TimeSpan.FromMinutes(30);

    /// <summary>After what the hourly look found: until the next one, and a little longer.</summary>
    public static readonly TimeSpan AfterHour = TimeSpan.FromMinutes(75);

    // Written anew only when half of the time has passed, so that nodes that see the same attack do not write one after the other.
    private const string Begin =
        """
        with held as (
            select tenant_id, id, challenged_until > now() as known from petitions.campaigns
            where id = any(@campaigns) and status = 5 and (challenged_until is null or challenged_until < now() + @span / 2) for update
        ), begun as (
            update petitions.campaigns c set challenged_until = now() + @span from held h where c.tenant_id = h.tenant_id and c.id = h.id
            returning c.tenant_id, c.id, coalesce(h.known, false) as known
        ), noted as (
            insert into petitions.audit_entries (tenant_id, campaign_id, actor_name, action, detail)
            select tenant_id, id, 'system', 'campaign.challenge', 'under attack' from begun where not known
        )
        select id from begun
        """;

    public async Task RunAsync(Guid[] campaigns, TimeSpan span, CancellationToken ct)
    {
        await using var command = source.Command(Begin);
        command.Parameters.AddWithValue("campaigns", campaigns);
        command.Parameters.AddWithValue("span", span);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            changes.Mark(reader.GetGuid(0));
        }
    }
}
