using Npgsql;
using Platform.Petitions.Database;

namespace Platform.Petitions.News;

/// <summary>Who gets news of a petition by mail: confirmed, asked for updates, has not stopped them. What a page says before and what a job lays ask the same question.</summary>
public sealed class NewsAudience(EngineDataSource source)
{
    /// <summary>Condition over <c>s</c> (signatures), with @tenant and @campaign.</summary>
    internal const string Sql =
        """
        s.tenant_id = @tenant and s.campaign_id = @campaign and s.state = 1 and s.wants_updates and s.updates_stopped_at is null
        and s.email is not null and s.bounced_at is null and not s.testing
        and not exists (select from petitions.mail_suppressions x where x.fingerprint = s.email_fingerprint)
        and not exists (select from petitions.mail_stops p where p.fingerprint = s.email_fingerprint
            and (p.tenant_id is null or (p.tenant_id = s.tenant_id and (p.campaign_id is null or p.campaign_id = s.campaign_id))))
        """;

    /// <summary>How many mails a piece of news would send now.</summary>
    public async Task<long> CountAsync(Guid tenant, Guid campaign, CancellationToken ct)
    {
        await using var command = source.Command($"select count(*) from petitions.signatures s where {Sql}");
        command.Parameters.AddWithValue("tenant", tenant);
        command.Parameters.AddWithValue("campaign", campaign);
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }
}
