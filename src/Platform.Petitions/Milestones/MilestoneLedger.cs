using Npgsql;
using NpgsqlTypes;
using Platform.Petitions.Counting;
using Platform.Petitions.Outbox;

namespace Platform.Petitions.Milestones;

/// <summary>
/// Notes crossed milestones in the confirming transaction. The ledger's key decides: whoever writes the row first causes the notice,
/// a dip and a second crossing find it standing.
/// </summary>
internal static class MilestoneLedger
{
    private const string Note =
        $"""
        with due as (
            select tenant_id, campaign_id, milestone, class from unnest(@tenant, @campaign, @milestone) as m(tenant_id, campaign_id, milestone),
                (values ({TimelineClass}), ({OrganiserClass}), ({SignersClass})) as k(class)
        ), noted as (
            insert into petitions.milestone_notices (tenant_id, campaign_id, milestone, class, done_at, recipients)
            select tenant_id, campaign_id, milestone, class,
                case when class in ({TimelineClass}, {OrganiserClass}) then now() end, case when class = {OrganiserClass} then 1 end from due
            on conflict do nothing returning tenant_id, campaign_id, milestone, class
        ), timeline as (
            insert into petitions.campaign_timeline (tenant_id, id, campaign_id, kind, number)
            select tenant_id, gen_random_uuid(), campaign_id, 'milestone', milestone from noted where class = {TimelineClass}
        ), mail as (
            insert into petitions.outbox_mails (tenant_id, campaign_id, kind, subject, detail, attempts, outcome)
            select tenant_id, campaign_id, '{MailKind.MilestoneForOrganiser}', campaign_id, milestone::text, 0, 0 from noted where class = {OrganiserClass}
        )
        select count(*) from noted
        """;

    private const string TimelineClass = "1";
    private const string OrganiserClass = "2";
    private const string SignersClass = "3";

    /// <summary>Runs inside the caller's transaction; costs nothing when no rung lies in the step.</summary>
    public static async Task NoteAsync(NpgsqlConnection connection, IReadOnlyList<CountStep> steps)
    {
        var crossed = steps
            .SelectMany(s => MilestonePlan.Crossed(s.Goal, s.Before, s.After), (s, milestone) => (s.TenantId, s.CampaignId, milestone))
            .ToList();
        if (crossed.Count == 0)
        {
            return;
        }

        await using var note = new NpgsqlCommand(Note, connection);
        note.Parameters.AddWithValue("tenant", crossed.Select(c => c.TenantId).ToArray());
        note.Parameters.AddWithValue("campaign", crossed.Select(c => c.CampaignId).ToArray());
        note.Parameters.AddWithValue("milestone", NpgsqlDbType.Array | NpgsqlDbType.Bigint, crossed.Select(c => c.milestone).ToArray());
        await note.ExecuteNonQueryAsync();
    }
}
