namespace Platform.Petitions.Counting;

/// <summary>
/// How many source codes a campaign is counted by. Anybody can write a code into a link, so without a limit a stranger could fill a campaign's
/// table. Who comes by a further one is counted under "other", in the row as well, so that the rows still prove the table. Statements take
/// <c>@codes</c>.
/// </summary>
internal static class SourceLimit
{
    private const string Other = "other";

    /// <summary>What stands in the row of a signature <c>s</c> that is being counted.</summary>
    public const string Kept = $"case when (select c.place from codes c where c.campaign_id = s.campaign_id and c.source = s.source) > @codes then '{Other}' else s.source end";

    /// <summary>A part of a <c>with</c>: codes the campaigns have not been counted by yet, each with the place it would take. Nearly always empty, and then nothing more is read.</summary>
    /// <param name="rows">The part that holds the signatures.</param>
    public static string NewCodes(string rows) =>
        $"""
        codes as materialized (
            select n.campaign_id, n.source, row_number() over (partition by n.campaign_id order by n.source)
                + (select count(*) from petitions.campaign_sources o where o.tenant_id = n.tenant_id and o.campaign_id = n.campaign_id and o.source <> '{Other}') as place
            from (select distinct tenant_id, campaign_id, source from {rows} where source <> '{Other}') n
            where not exists (select from petitions.campaign_sources o where o.tenant_id = n.tenant_id and o.campaign_id = n.campaign_id and o.source = n.source)
        )
        """;
}
