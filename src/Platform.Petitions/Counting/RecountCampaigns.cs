using Npgsql;
using Platform.Petitions.Database;

namespace Platform.Petitions.Counting;

/// <summary>The recount of all campaigns or of one, by the clock and on command.</summary>
public sealed class RecountCampaigns(EngineDataSource source, Recount recount)
{
    private const string Choose =
        """
        select n.tenant_id, n.campaign_id from petitions.campaign_counts n
        join petitions.campaigns c on c.tenant_id = n.tenant_id and c.id = n.campaign_id
        join petitions.organisations o on o.id = c.tenant_id
        where @path is null or o.slug || '/' || c.slug = @path
        order by n.changed_at desc
        """;

    /// <param name="path">As in the address, <c>organisation/campaign</c>; null for all.</param>
    /// <param name="drifted">Told of each that was repaired, at once.</param>
    /// <returns>How many were counted.</returns>
    public async Task<int> RunAsync(string? path, Action<Drift> drifted, CancellationToken ct)
    {
        var campaigns = await ChooseAsync(path, ct);
        foreach (var (tenant, campaign) in campaigns)
        {
            if (await recount.RunAsync(tenant, campaign, ct) is { } drift)
            {
                drifted(drift);
            }
        }

        return campaigns.Count;
    }

    private async Task<List<(Guid Tenant, Guid Campaign)>> ChooseAsync(string? path, CancellationToken ct)
    {
        await using var command = source.Command(Choose);
        command.Parameters.Add(new NpgsqlParameter("path", NpgsqlTypes.NpgsqlDbType.Text) { Value = (object?)path ?? DBNull.Value });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var all = new List<(Guid, Guid)>();
        while (await reader.ReadAsync(ct))
        {
            all.Add((reader.GetGuid(0), reader.GetGuid(1)));
        }

        return all;
    }
}
