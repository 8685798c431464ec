using Npgsql;
using NpgsqlTypes;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Confirming;
using Platform.Petitions.Counting;
using Platform.Petitions.Database;
using Platform.Petitions.Milestones;
using Platform.Petitions.Signing;

namespace Platform.Web.Demo;

/// <summary>Fills a campaign with confirmed signers who came over its days; counts, days, areas and milestones are what the rows say.</summary>
internal static class DemoSigners
{
    private const string Insert =
        """
        insert into petitions.signatures (tenant_id, campaign_id, id, state, name, name_key, email, email_fingerprint, person, country, reason, reason_hidden, show_name, wants_updates,
            language, text_version, seed, wrong_codes, number, submitted_at, confirmed_at, testing, co_sponsor)
        select @tenant, @campaign, (lpad(to_hex((extract(epoch from i.at) * 1000)::bigint), 12, '0') || substr(md5(random()::text), 13))::uuid, 1, i.name, upper(i.name), i.email, i.fingerprint, 1, i.country, i.reason, false, i.shown, i.updates,
            @language, 1, i.seed, 0, i.number, i.at - interval '3 minutes', i.at, false, false
        from unnest(@name, @email, @fingerprint, @country, @reason, @shown, @updates, @seed, @number, @at) as i(name, email, fingerprint, country, reason, shown, updates, seed, number, at)
        """;

    private const string Settle =
        """
        with milestones as (
            insert into petitions.milestone_notices (tenant_id, campaign_id, milestone, class, reached_at, done_at, recipients)
            select @tenant, @campaign, m, k, s.confirmed_at, s.confirmed_at, case k when 1 then null else 0 end from unnest(@milestone) as m, unnest(array[1, 2, 3]) as k,
                petitions.signatures s where s.tenant_id = @tenant and s.campaign_id = @campaign and s.number = m
        ), told as (
            insert into petitions.campaign_timeline (tenant_id, id, campaign_id, kind, number, at)
            select @tenant, gen_random_uuid(), @campaign, 'milestone', m, s.confirmed_at from unnest(@milestone) as m,
                petitions.signatures s where s.tenant_id = @tenant and s.campaign_id = @campaign and s.number = m
        ), published as (
            insert into petitions.campaign_timeline (tenant_id, id, campaign_id, kind, at)
            select @tenant, gen_random_uuid(), @campaign, 'publish', published_at from petitions.campaigns where tenant_id = @tenant and id = @campaign and published_at is not null
        ), closed as (
            insert into petitions.campaign_timeline (tenant_id, id, campaign_id, kind, note, at)
            select @tenant, gen_random_uuid(), @campaign, 'close', explanation, closed_at from petitions.campaigns where tenant_id = @tenant and id = @campaign and closed_at is not null
        )
        update petitions.campaign_submissions set submitted = (select count(*) from petitions.signatures where tenant_id = @tenant and campaign_id = @campaign)
        where tenant_id = @tenant and campaign_id = @campaign
        """;

    public static async Task SignAsync(IServiceProvider services, Campaign campaign, DemoCampaign told)
    {
        if (campaign.PublishedAt is not { } published)
        {
            return;
        }

        var source = services.GetRequiredService<EngineDataSource>();
        var people = People(services, campaign, told, published, services.GetRequiredService<TimeProvider>().GetUtcNow());
        await using (var insert = source.Command(Insert))
        {
            Name(insert, campaign);
            insert.Parameters.AddWithValue("language", told.Language);
            Column(insert, "name", NpgsqlDbType.Text, people, p => p.Name);
            Column(insert, "email", NpgsqlDbType.Text, people, p => p.Email);
            Column(insert, "fingerprint", NpgsqlDbType.Bytea, people, p => p.Fingerprint);
            Column(insert, "country", NpgsqlDbType.Text, people, p => p.Country);
            Column(insert, "reason", NpgsqlDbType.Text, people, p => p.Reason);
            Column(insert, "shown", NpgsqlDbType.Boolean, people, p => p.Shown);
            Column(insert, "updates", NpgsqlDbType.Boolean, people, p => p.Updates);
            Column(insert, "seed", NpgsqlDbType.Bytea, people, p => p.Seed);
            Column(insert, "number", NpgsqlDbType.Bigint, people, p => p.Number);
            Column(insert, "at", NpgsqlDbType.TimestampTz, people, p => p.At);
            await insert.ExecuteNonQueryAsync();
        }

        await using (var settle = source.Command(Settle))
        {
            Name(settle, campaign);
            settle.Parameters.AddWithValue("milestone", MilestonePlan.Crossed(campaign.Goal, 0, told.Signers).ToArray());
            await settle.ExecuteNonQueryAsync();
        }

        // The same recount that proves counts at night sets them here: they are what the rows say, by construction.
        await services.GetRequiredService<Recount>().RunAsync(campaign.TenantId, campaign.Id, CancellationToken.None);

        // Setting them for the first time is no drift that anybody has to look into.
        await using var quiet = source.Command("delete from petitions.audit_entries where tenant_id = @tenant and campaign_id = @campaign and action = 'count.repaired'");
        Name(quiet, campaign);
        await quiet.ExecuteNonQueryAsync();
    }

    private static List<Person> People(IServiceProvider services, Campaign campaign, DemoCampaign told, DateTimeOffset published, DateTimeOffset now)
    {
        var fingerprints = services.GetRequiredService<Fingerprints>();
        var chance = new Random(told.Slug.Length * 7919);
        var end = campaign.ClosedAt ?? now.AddSeconds(-40);
        var times = Enumerable.Range(0, told.Signers).Select(_ => published + (end - published) * Math.Pow(chance.NextDouble(), 0.8)).Order().ToList();
        if (told.Signers > 0)
        {
            times[^1] = end;
        }

        return [.. times.Select((at, i) =>
        {
            var email = EmailAddress.Parse($"{told.Slug}.{i + 1}@signers.demo.example")!;
            var reason = told.Signers - i <= told.Reasons.Count * 9 && (told.Signers - i) % 9 == 4 ? told.Reasons[(told.Signers - i) / 9 % told.Reasons.Count] : null;
            return new Person(
                told.Newest.ElementAtOrDefault(told.Signers - 1 - i) ?? DemoNames.Name(chance, told.Language), email.Address, fingerprints.Of(email), DemoNames.Country(chance, told.Country), reason,
                reason is not null || told.Signers - 1 - i < told.Newest.Count || chance.Next(100) < 62, chance.Next(100) < 35, SignatureTokens.NewSeed(), i + 1, at);
        })];
    }

    private static void Name(NpgsqlCommand command, Campaign campaign)
    {
        command.Parameters.AddWithValue("tenant", campaign.TenantId);
        command.Parameters.AddWithValue("campaign", campaign.Id);
    }

    private static void Column<T>(NpgsqlCommand command, string name, NpgsqlDbType type, List<Person> people, Func<Person, T> value) =>
        command.Parameters.Add(new NpgsqlParameter<T[]>(name, NpgsqlDbType.Array | type) { TypedValue = [.. people.Select(value)] });

    private sealed record Person(
        string Name, string Email, byte[] Fingerprint, string Country, string? Reason, bool Shown, bool Updates, byte[] Seed, long Number, DateTimeOffset At);
}
