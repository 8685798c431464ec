using Npgsql;
using NpgsqlTypes;
using Platform.Petitions.Database;
using Platform.Petitions.Outbox;
using Platform.Petitions.Signatures;

namespace Platform.Petitions.Signing;

/// <summary>Receives rows whose mailbox was known already, in one transaction: tells the owner, adds a second person, or stays silent.</summary>
internal static class Returning
{
    private const string Look =
        $"""
        select i.id, {Openness.Sql} as open, c.asks_postcode, s.id, s.person, s.name_key, s.postcode, s.state
        from unnest(@tenant, @campaign, @id, @fingerprint, @co_sponsor) as i(tenant_id, campaign_id, id, email_fingerprint, co_sponsor)
        join petitions.campaigns c on c.tenant_id = i.tenant_id and c.id = i.campaign_id
        left join petitions.signatures s on s.tenant_id = i.tenant_id and s.campaign_id = i.campaign_id and s.email_fingerprint = i.email_fingerprint
        """;

    private const string AddSecond =
        """
        with added as (
            insert into petitions.signatures (tenant_id, campaign_id, id, state, name, name_key, email, email_fingerprint, person, country, postcode, reason,
                reason_hidden, show_name, wants_updates, consent_hash, language, text_version, source, seed, wrong_codes, ip, testing, co_sponsor)
            values (@tenant, @campaign, @id, @state, @name, @name_key, @email, @fingerprint, 2, @country, @postcode, @reason,
                false, @show_name, @wants_updates, @consent, @language, @text_version, @source, @seed, 0, @ip, false, @co_sponsor)
            on conflict do nothing returning tenant_id, campaign_id
        )
        update petitions.campaign_submissions s set submitted = s.submitted + 1 from added a where s.tenant_id = a.tenant_id and s.campaign_id = a.campaign_id
        """;

    private const string Reopen =
        """
        update petitions.signatures set state = @state, name = @name, show_name = @show_name, wants_updates = @wants_updates, consent_hash = @consent,
            language = @language, text_version = @text_version, seed = @seed, wrong_codes = 0, token_issued_at = now(), ended_at = null
        where tenant_id = @tenant and campaign_id = @campaign and id = @about and state = 2
        """;

    private const string Mail =
        "insert into petitions.outbox_mails (tenant_id, campaign_id, kind, subject, attempts, outcome) values (@tenant, @campaign, @kind, @about, 0, 0)";

    /// <returns>Ids of the rows whose campaign was closed.</returns>
    public static async Task<HashSet<Guid>> ReceiveAsync(NpgsqlConnection connection, IReadOnlyList<SignatureRow> rows)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        var (standing, campaigns) = await LookAsync(connection, rows);
        var closed = new HashSet<Guid>();
        foreach (var row in rows)
        {
            var (open, asksPostcode) = campaigns.GetValueOrDefault(row.Id);
            if (!open)
            {
                closed.Add(row.Id);
            }
            else if (standing.TryGetValue((row.CampaignId, Convert.ToHexString(row.Fingerprint)), out var people))
            {
                await ActAsync(connection, row, asksPostcode, people);
            }
        }

        await transaction.CommitAsync();
        return closed;
    }

    private static async Task ActAsync(NpgsqlConnection connection, SignatureRow row, bool asksPostcode, List<Standing> people)
    {
        var (action, about) = Newcomer.Decide(row.NameKey, row.Postcode, asksPostcode, people);
        switch (action)
        {
            case NewcomerAction.Silence:
                return;
            case NewcomerAction.SendAgain:
                await RunAsync(connection, Mail, row, about.Id, MailKind.ConfirmSignature);
                return;
            case NewcomerAction.TellAlreadySigned:
                await RunAsync(connection, Mail, row, about.Id, MailKind.AlreadySigned);
                return;
            case NewcomerAction.Rejoin:
                await RunAsync(connection, Reopen, row, about.Id, null);
                await RunAsync(connection, Mail, row, about.Id, MailKind.ConfirmSignature);
                return;
            case NewcomerAction.AddSecondPerson:
                await RunAsync(connection, AddSecond, row, row.Id, null);
                await RunAsync(connection, Mail, row, row.Id, MailKind.ConfirmSignature);
                people.Add(new Standing(row.Id, 2, row.NameKey, row.Postcode, row.State));
                return;
        }
    }

    private static async Task<(Dictionary<(Guid, string), List<Standing>>, Dictionary<Guid, (bool Open, bool AsksPostcode)>)> LookAsync(
        NpgsqlConnection connection, IReadOnlyList<SignatureRow> rows)
    {
        await using var command = new NpgsqlCommand(Look, connection);
        var add = new Columns<SignatureRow>(command.Parameters, rows);
        add.Of("tenant", NpgsqlDbType.Uuid, r => r.TenantId);
        add.Of("campaign", NpgsqlDbType.Uuid, r => r.CampaignId);
        add.Of("id", NpgsqlDbType.Uuid, r => r.Id);
        add.Of("fingerprint", NpgsqlDbType.Bytea, r => r.Fingerprint);
        add.Of("co_sponsor", NpgsqlDbType.Boolean, r => r.CoSponsor);
        var byId = rows.ToDictionary(r => r.Id);
        var standing = new Dictionary<(Guid, string), List<Standing>>();
        var campaigns = new Dictionary<Guid, (bool, bool)>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var row = byId[reader.GetGuid(0)];
            campaigns[row.Id] = (reader.GetBoolean(1), reader.GetBoolean(2));
            if (!await reader.IsDBNullAsync(3))
            {
                var key = (row.CampaignId, Convert.ToHexString(row.Fingerprint));
                var people = standing.TryGetValue(key, out var known) ? known : standing[key] = [];
                var found = new Standing(reader.GetGuid(3), reader.GetInt16(4), reader.GetString(5), reader.IsDBNull(6) ? null : reader.GetString(6), (SignatureState)reader.GetInt32(7));
                if (people.All(p => p.Id != found.Id))
                {
                    people.Add(found);
                }
            }
        }

        return (standing, campaigns);
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, SignatureRow row, Guid about, string? kind)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        var p = command.Parameters;
        p.AddWithValue("tenant", row.TenantId);
        p.AddWithValue("campaign", row.CampaignId);
        p.AddWithValue("about", about);
        if (kind is not null)
        {
            p.AddWithValue("kind", kind);
        }
        else
        {
            p.AddWithValue("id", row.Id);
            p.AddWithValue("state", (int)row.State);
            p.AddWithValue("name", row.Name);
            p.AddWithValue("name_key", row.NameKey);
            p.AddWithValue("email", row.Email);
            p.AddWithValue("fingerprint", row.Fingerprint);
            p.AddWithValue("country", row.Country);
            p.Add(new NpgsqlParameter("postcode", NpgsqlDbType.Text) { Value = (object?)row.Postcode ?? DBNull.Value });
            p.Add(new NpgsqlParameter("reason", NpgsqlDbType.Text) { Value = (object?)row.Reason ?? DBNull.Value });
            p.AddWithValue("show_name", row.ShowName);
            p.AddWithValue("wants_updates", row.WantsUpdates);
            p.Add(new NpgsqlParameter("consent", NpgsqlDbType.Bytea) { Value = (object?)row.ConsentHash ?? DBNull.Value });
            p.AddWithValue("language", row.Language);
            p.AddWithValue("text_version", row.TextVersion);
            p.Add(new NpgsqlParameter("source", NpgsqlDbType.Text) { Value = (object?)row.Source ?? DBNull.Value });
            p.AddWithValue("seed", row.Seed);
            p.Add(new NpgsqlParameter("ip", NpgsqlDbType.Inet) { Value = (object?)row.Ip ?? DBNull.Value });
            p.AddWithValue("co_sponsor", row.CoSponsor);
        }

        await command.ExecuteNonQueryAsync();
    }
}
