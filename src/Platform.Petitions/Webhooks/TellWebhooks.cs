using Npgsql;
using Platform.Petitions.Database;

namespace Platform.Petitions.Webhooks;

/// <summary>
/// Finds what happened that endpoints have not been told, in what is stored anyway: the timeline, and the number of the newest signature. Signing
/// and confirming know nothing of it. A happening becomes a message once, however often it is found.
/// </summary>
public sealed class TellWebhooks(EngineDataSource source)
{
    private const int Most = 1_000;

    // What was found and up to where was looked are one statement: a kill in between leaves both for the next minute. A quarter of an hour is looked
    // over again, because an entry has the time at which its transaction began and is seen only when that has ended.
    private const string Happenings =
        """
        with looked as (
            update petitions.webhook_endpoints set since = now() - interval '15 minutes' where disabled_at is null and since < now() - interval '30 minutes'
        )
        insert into petitions.webhook_deliveries (tenant_id, id, endpoint_id, kind, source_id, body)
        select e.tenant_id, gen_random_uuid(), e.id, k.event, t.id, jsonb_build_object(
            'type', k.event, 'timestamp', to_char(t.at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
            'data', jsonb_build_object('campaign', c.id, 'reference', c.reference, 'slug', c.slug,
                'milestone', case when t.kind = 'milestone' then t.number end, 'update', case when t.kind = 'update' then t.number end))::text
        from petitions.webhook_endpoints e
        join petitions.campaign_timeline t on t.tenant_id = e.tenant_id and t.at > e.since
        join (values ('publish', 'campaign.published'), ('milestone', 'campaign.milestone'), ('close', 'campaign.closed'), ('outcome', 'campaign.outcome'), ('update', 'campaign.update_published')) k(kind, event) on k.kind = t.kind and k.event = any(e.events)
        join petitions.campaigns c on c.tenant_id = t.tenant_id and c.id = t.campaign_id
        where e.disabled_at is null
        on conflict do nothing
        """;

    private const string Signatures =
        $"""
        with due as (
            select e.tenant_id, e.id as endpoint_id, n.campaign_id, coalesce(p.numbered, 0) as before, n.numbered as after, n.confirmed
            from petitions.webhook_endpoints e
            join petitions.campaign_counts n on n.tenant_id = e.tenant_id
            left join petitions.webhook_positions p on p.tenant_id = e.tenant_id and p.endpoint_id = e.id and p.campaign_id = n.campaign_id
            where e.disabled_at is null and '{WebhookEvents.SignaturesConfirmed}' = any(e.events) and n.numbered > coalesce(p.numbered, 0)
        ), moved as (
            insert into petitions.webhook_positions (tenant_id, endpoint_id, campaign_id, numbered) select tenant_id, endpoint_id, campaign_id, after from due
            on conflict (tenant_id, endpoint_id, campaign_id) do update set numbered = excluded.numbered
        )
        insert into petitions.webhook_deliveries (tenant_id, id, endpoint_id, kind, source_id, body)
        select d.tenant_id, gen_random_uuid(), d.endpoint_id, '{WebhookEvents.SignaturesConfirmed}', md5(d.campaign_id::text || d.after::text)::uuid, jsonb_build_object(
            'type', '{WebhookEvents.SignaturesConfirmed}', 'timestamp', to_char(now() at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
            'data', jsonb_build_object('campaign', c.id, 'reference', c.reference, 'slug', c.slug, 'from', d.before + 1, 'to', d.after, 'count', d.confirmed))::text
        from due d join petitions.campaigns c on c.tenant_id = d.tenant_id and c.id = d.campaign_id
        on conflict do nothing
        """;

    private const string Due =
        """
        update petitions.webhook_deliveries d set lease_until = now() + interval '10 minutes'
        where (d.tenant_id, d.id) in (
            select x.tenant_id, x.id from petitions.webhook_deliveries x join petitions.webhook_endpoints e on e.tenant_id = x.tenant_id and e.id = x.endpoint_id
            where x.next_at <= now() and (x.lease_until is null or x.lease_until < now()) and e.disabled_at is null
            order by x.next_at limit @most for update of x skip locked)
        returning d.tenant_id, d.id
        """;

    /// <returns>Messages that are due, each taken for some minutes.</returns>
    public async Task<IReadOnlyList<(Guid Tenant, Guid Delivery)>> RunAsync(CancellationToken ct)
    {
        await using var connection = await source.OpenAsync(ct);
        foreach (var statement in (string[])[Happenings, Signatures])
        {
            await using var write = new NpgsqlCommand(statement, connection);
            await write.ExecuteNonQueryAsync(ct);
        }

        await using var take = new NpgsqlCommand(Due, connection);
        take.Parameters.AddWithValue("most", Most);
        await using var reader = await take.ExecuteReaderAsync(ct);
        var due = new List<(Guid, Guid)>();
        while (await reader.ReadAsync(ct))
        {
            due.Add((reader.GetGuid(0), reader.GetGuid(1)));
        }

        return due;
    }
}
