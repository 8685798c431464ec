using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Database;
using Platform.Petitions.Signatures;
using Platform.Testing.Hosts;

namespace Platform.Testing.Data;

/// <summary>What the signers of a test are like.</summary>
public sealed record SignerSpec
{
    public string Name { get; init; } = "Maxine Kowalski";

    public string Country { get; init; } = "CA";

    public bool ShowName { get; init; }

    public string? Reason { get; init; }

    public string Language { get; init; } = "en";

    public int TextVersion { get; init; } = 1;

    public SignatureState State { get; init; } = SignatureState.Confirmed;
}

/// <summary>Signatures put in directly, with count, submissions, day and area as the platform would have them.</summary>
public static class SignatureData
{
    private const string Insert =
        """
        with held as (
            select * from petitions.campaign_counts where tenant_id = @tenant and campaign_id = @campaign for update
        ), added as (
            insert into petitions.signatures (tenant_id, campaign_id, id, state, name, email, email_fingerprint, person, name_key, country, reason, reason_hidden, show_name,
                wants_updates, language, text_version, seed, wrong_codes, number, confirmed_at, testing, co_sponsor)
            select @tenant, @campaign, gen_random_uuid(), @state, @name, 'signer-' || gen_random_uuid() || '@example.org', decode(md5(gen_random_uuid()::text), 'hex'), 1, upper(@name), @country,
                @reason, false, @show, false, @language, @version, decode(md5(gen_random_uuid()::text), 'hex'), 0,
                case when @state = 1 then h.numbered + i end, case when @state = 1 then now() - make_interval(secs => (@count - i) * 60) end, false, false
            from held h, generate_series(1, @count) i
            returning state, (confirmed_at at time zone 'utc')::date as day
        ), counts as (
            update petitions.campaign_counts set confirmed = confirmed + @counted, numbered = numbered + @counted, changed_at = now()
            where tenant_id = @tenant and campaign_id = @campaign
        ), submissions as (
            update petitions.campaign_submissions set submitted = submitted + @count where tenant_id = @tenant and campaign_id = @campaign
        ), days as (
            insert into petitions.campaign_days as d (tenant_id, campaign_id, day, confirmed)
            select @tenant, @campaign, day, count(*) from added where state = 1 group by day
            on conflict (tenant_id, campaign_id, day) do update set confirmed = d.confirmed + excluded.confirmed
        ), areas as (
            insert into petitions.campaign_areas as a (tenant_id, campaign_id, country, confirmed)
            select @tenant, @campaign, @country, count(*) from added where state = 1 having count(*) > 0
            on conflict (tenant_id, campaign_id, country) do update set confirmed = a.confirmed + excluded.confirmed
        )
        select count(*) from added
        """;

    public static Task ConfirmedSignersAsync(this TestHost host, Campaign campaign, int count, SignerSpec? like = null) => host.InScopeAsync(null, async services =>
    {
        var spec = like ?? new SignerSpec();
        await using var connection = await services.GetRequiredService<EngineDataSource>().OpenAsync(CancellationToken.None);
        await using var command = new NpgsqlCommand(Insert, connection);
        command.Parameters.AddWithValue("tenant", campaign.TenantId);
        command.Parameters.AddWithValue("campaign", campaign.Id);
        command.Parameters.AddWithValue("state", (int)spec.State);
        command.Parameters.AddWithValue("name", spec.Name);
        command.Parameters.AddWithValue("country", spec.Country);
        command.Parameters.AddWithValue("reason", NpgsqlTypes.NpgsqlDbType.Text, (object?)spec.Reason ?? DBNull.Value);
        command.Parameters.AddWithValue("show", spec.ShowName);
        command.Parameters.AddWithValue("language", spec.Language);
        command.Parameters.AddWithValue("version", spec.TextVersion);
        command.Parameters.AddWithValue("count", count);
        command.Parameters.AddWithValue("counted", (long)(spec.State == SignatureState.Confirmed ? count : 0));
        return (long)(await command.ExecuteScalarAsync())! == count ? count : throw new InvalidOperationException("The campaign has no count row.");
    });

    /// <summary>Lets time pass for a campaign's signatures.</summary>
    /// <param name="by">As PostgreSQL says it: <c>25 hours</c>.</param>
    public static Task<int> AgeAsync(this TestHost host, Campaign campaign, string by) => host.InScopeAsync(null, async services =>
    {
        await using var command = services.GetRequiredService<EngineDataSource>().Command(
            """
            update petitions.signatures set submitted_at = submitted_at - @by::interval, token_issued_at = token_issued_at - @by::interval
            where tenant_id = @tenant and campaign_id = @campaign
            """);
        command.Parameters.AddWithValue("by", by);
        command.Parameters.AddWithValue("tenant", campaign.TenantId);
        command.Parameters.AddWithValue("campaign", campaign.Id);
        return await command.ExecuteNonQueryAsync();
    });
}
