using Microsoft.Extensions.Logging;
using Npgsql;
using NpgsqlTypes;
using Platform.Petitions.Database;
using Platform.Petitions.Outbox;

namespace Platform.Petitions.Signing;

/// <summary>Writes signatures in batches: row, due mail and tally are one statement, answered after its commit.</summary>
public sealed class SignatureWriter(EngineDataSource source, MailBell bell, ILogger<SignatureWriter> log)
    : BatchWriter<SignatureRow, SignAnswer>(source.Patience, log)
{
    // The campaign is asked again here, by the database's clock: closing time may pass while a row waits.
    private const string Insert =
        $"""
        with input as (
            select * from unnest(@tenant, @campaign, @id, @state, @name, @name_key, @email, @fingerprint, @country, @postcode, @reason, @show_name,
                @wants_updates, @consent, @language, @text_version, @source, @seed, @ip, @co_sponsor)
            as i(tenant_id, campaign_id, id, state, name, name_key, email, email_fingerprint, country, postcode, reason, show_name,
                wants_updates, consent_hash, language, text_version, source, seed, ip, co_sponsor)
        ), added as (
            insert into petitions.signatures (tenant_id, campaign_id, id, state, name, name_key, email, email_fingerprint, person, country, postcode, reason,
                reason_hidden, show_name, wants_updates, consent_hash, language, text_version, source, seed, wrong_codes, ip, testing, co_sponsor)
            select i.tenant_id, i.campaign_id, i.id, i.state, i.name, i.name_key, i.email, i.email_fingerprint, 1, i.country, i.postcode, i.reason,
                false, i.show_name, i.wants_updates, i.consent_hash, i.language, i.text_version, i.source, i.seed, 0, i.ip, false, i.co_sponsor
            from input i
            join petitions.campaigns c on c.tenant_id = i.tenant_id and c.id = i.campaign_id
            where {Openness.Sql}
            on conflict (tenant_id, campaign_id, email_fingerprint, person) do nothing
            returning tenant_id, campaign_id, id
        ), mail as (
            insert into petitions.outbox_mails (tenant_id, campaign_id, kind, subject, attempts, outcome)
            select tenant_id, campaign_id, '{MailKind.ConfirmSignature}', id, 0, 0 from added
        ), fresh as (
            select tenant_id, campaign_id, count(*) as rows from added group by tenant_id, campaign_id
        ), held as (
            select s.tenant_id, s.campaign_id from petitions.campaign_submissions s
            join fresh f on f.tenant_id = s.tenant_id and f.campaign_id = s.campaign_id order by s.campaign_id for update of s
        ), tally as (
            update petitions.campaign_submissions s set submitted = s.submitted + f.rows
            from fresh f join held h on h.tenant_id = f.tenant_id and h.campaign_id = f.campaign_id
            where s.tenant_id = f.tenant_id and s.campaign_id = f.campaign_id
        )
        select id from added
        """;

    protected override int AtOnce => 2;

    protected override async Task<SignAnswer[]> WriteAsync(IReadOnlyList<SignatureRow> rows)
    {
        await using var connection = await source.OpenWriterAsync();
        var added = await InsertAsync(connection, [.. rows.Order(ByMailbox)]);
        var answers = new SignAnswer[rows.Count];
        for (var i = 0; i < rows.Count; i++)
        {
            answers[i] = added.Contains(rows[i].Id) ? SignAnswer.Recorded : SignAnswer.Known;
        }

        if (added.Count < rows.Count)
        {
            var closed = await Returning.ReceiveAsync(connection, [.. rows.Where(r => !added.Contains(r.Id))]);
            for (var i = 0; i < rows.Count; i++)
            {
                answers[i] = closed.Contains(rows[i].Id) ? SignAnswer.Closed : answers[i];
            }
        }

        bell.Ring();
        return answers;
    }

    // Batches that are written at the same time meet the same mailboxes in the same order, so that none waits for another crosswise.
    private static readonly Comparer<SignatureRow> ByMailbox = Comparer<SignatureRow>.Create((one, other) =>
        one.CampaignId.CompareTo(other.CampaignId) is var campaign and not 0 ? campaign : one.Fingerprint.AsSpan().SequenceCompareTo(other.Fingerprint));

    private static async Task<HashSet<Guid>> InsertAsync(NpgsqlConnection connection, IReadOnlyList<SignatureRow> rows)
    {
        await using var command = new NpgsqlCommand(Insert, connection);
        var add = new Columns<SignatureRow>(command.Parameters, rows);
        add.Of("tenant", NpgsqlDbType.Uuid, r => r.TenantId);
        add.Of("campaign", NpgsqlDbType.Uuid, r => r.CampaignId);
        add.Of("id", NpgsqlDbType.Uuid, r => r.Id);
        add.Of("state", NpgsqlDbType.Integer, r => (int)r.State);
        add.Of("name", NpgsqlDbType.Text, r => r.Name);
        add.Of("name_key", NpgsqlDbType.Text, r => r.NameKey);
        add.Of("email", NpgsqlDbType.Text, r => r.Email);
        add.Of("fingerprint", NpgsqlDbType.Bytea, r => r.Fingerprint);
        add.Of("country", NpgsqlDbType.Text, r => r.Country);
        add.Of("postcode", NpgsqlDbType.Text, r => r.Postcode);
        add.Of("reason", NpgsqlDbType.Text, r => r.Reason);
        add.Of("show_name", NpgsqlDbType.Boolean, r => r.ShowName);
        add.Of("wants_updates", NpgsqlDbType.Boolean, r => r.WantsUpdates);
        add.Of("consent", NpgsqlDbType.Bytea, r => r.ConsentHash);
        add.Of("language", NpgsqlDbType.Text, r => r.Language);
        add.Of("text_version", NpgsqlDbType.Integer, r => r.TextVersion);
        add.Of("source", NpgsqlDbType.Text, r => r.Source);
        add.Of("seed", NpgsqlDbType.Bytea, r => r.Seed);
        add.Of("ip", NpgsqlDbType.Inet, r => r.Ip);
        add.Of("co_sponsor", NpgsqlDbType.Boolean, r => r.CoSponsor);

        var added = new HashSet<Guid>(rows.Count);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            added.Add(reader.GetGuid(0));
        }

        return added;
    }
}
