using Hangfire;
using Microsoft.Extensions.Logging;
using Platform.Core.Jobs;
using Platform.Core.Tenancy;
using Platform.Petitions.Database;

namespace Platform.Petitions.Counting;

/// <summary>Each night, every campaign that has counted anything: the tallies are proven against the rows.</summary>
[AcrossTenants]
public sealed class RecountJob(EngineDataSource source, Recount recount, ILogger<RecountJob> log)
{
    [Queue(JobQueues.Slow)]
    [AutomaticRetry(Attempts = 3)]
    [DisableConcurrentExecution(60)]
    public async Task RunAsync(CancellationToken ct)
    {
        foreach (var (tenant, campaign) in await CampaignsAsync(ct))
        {
            if (await recount.RunAsync(tenant, campaign, ct) is { } drift)
            {
                log.LogCritical("The count of campaign {Campaign} was {Counted}, its rows are {Rows}: repaired", campaign, drift.Counted, drift.Rows);
            }
        }
    }

    private async Task<List<(Guid Tenant, Guid Campaign)>> CampaignsAsync(CancellationToken ct)
    {
        await using var command = source.Command("select tenant_id, campaign_id from petitions.campaign_counts order by changed_at desc");
        await using var reader = await command.ExecuteReaderAsync(ct);
        var all = new List<(Guid, Guid)>();
        while (await reader.ReadAsync(ct))
        {
            all.Add((reader.GetGuid(0), reader.GetGuid(1)));
        }

        return all;
    }
}
