namespace Platform.Petitions.Counting;

/// <summary>A table of counts beside the count, which the signatures themselves can make again at any time. Whoever changes the count changes all of them in the same statement.</summary>
/// <param name="Columns">What it counts by.</param>
/// <param name="Of">The same, of a signature.</param>
/// <param name="Only">Which of the signatures that count it counts.</param>
internal sealed record Tally(string Table, string Columns, string Of, string Only = "true")
{
    public static readonly Tally Days = new("campaign_days", "day", "(confirmed_at at time zone 'utc')::date");

    public static readonly Tally Areas = new("campaign_areas", "country", "country");

    public static readonly Tally Regions = new("campaign_regions", "country, region", "country, petitions.postcode_region(country, postcode)", "postcode is not null");

    public static readonly Tally Sources = new("campaign_sources", "source", "source", "source is not null");

    public static IReadOnlyList<Tally> All { get; } = [Days, Areas, Regions, Sources];

    private string Rows => $"petitions.signatures where tenant_id = @tenant and campaign_id = @campaign and state = 1 and not testing and {Only}";

    /// <summary>Parts of a <c>with</c>, one a table, that count what has come to count.</summary>
    /// <param name="rows">The part that holds those signatures, and their <c>confirmed_at</c> as it is now.</param>
    /// <param name="only">Which of them count.</param>
    public static string Enter(string rows, string only = "true") => string.Join(", ", All.Select(tally => tally.Entered(rows, only)));

    /// <summary>Parts of a <c>with</c>, one a table, that take one signature out.</summary>
    /// <param name="row">The part that holds it as it was.</param>
    /// <param name="only">Whether it counted.</param>
    public static string Leave(string row, string only) => string.Join(", ", All.Select(tally => tally.Left(row, only)));

    /// <summary>An expression that is true when the table says something else than the rows. Takes <c>@tenant</c> and <c>@campaign</c>.</summary>
    public string Differs =>
        $"""
        exists (select from (select {Columns}, confirmed from petitions.{Table} where tenant_id = @tenant and campaign_id = @campaign and confirmed > 0) t
            full join (select {Of}, count(*) from {Rows} group by {Of}) s ({Columns}, confirmed) using ({Columns}) where t.confirmed is distinct from s.confirmed)
        """;

    /// <summary>Two parts of a <c>with</c> that make it say what the rows say. Take <c>@tenant</c> and <c>@campaign</c>.</summary>
    public string Repair =>
        $"""
        {Table}_gone as (
            delete from petitions.{Table} where tenant_id = @tenant and campaign_id = @campaign and ({Columns}) not in (select {Of} from {Rows})
        ), {Table}_again as (
            insert into petitions.{Table} (tenant_id, campaign_id, {Columns}, confirmed) select @tenant, @campaign, {Of}, count(*) from {Rows} group by {Of}
            on conflict (tenant_id, campaign_id, {Columns}) do update set confirmed = excluded.confirmed
        )
        """;

    private string Entered(string rows, string only) =>
        $"""
        {Table}_more as (
            insert into petitions.{Table} as t (tenant_id, campaign_id, {Columns}, confirmed)
            select tenant_id, campaign_id, {Of}, count(*) from {rows} where {only} and {Only} group by tenant_id, campaign_id, {Of}
            on conflict (tenant_id, campaign_id, {Columns}) do update set confirmed = t.confirmed + excluded.confirmed
        )
        """;

    private string Left(string row, string only) =>
        $"""
        {Table}_less as (
            update petitions.{Table} t set confirmed = t.confirmed - 1 from (select tenant_id, campaign_id, {Of} from {row} where {only} and {Only}) w (tenant_id, campaign_id, {Columns})
            where (t.tenant_id, t.campaign_id, {ColumnsOf("t")}) = (w.tenant_id, w.campaign_id, {ColumnsOf("w")})
        )
        """;

    private string ColumnsOf(string alias) => string.Join(", ", Columns.Split(", ").Select(column => $"{alias}.{column}"));
}
